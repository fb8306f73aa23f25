import { plainWords } from '../reference/plain-words.ts';

/**
 * First names that are common in France, from the counts of births that INSEE publishes and from those of people who came: enough to
 * tell that a query is about somebody. Rule of the house; a name that is missing here can be erased by hand.
 */
const names = new Set(
  plainWords(
    'Abdel Abdelkader Abdoulaye Abdou Adama Adam Adel Adrien Agathe Agnès Ahmed Aicha Aissata Alain Alassane Albert Alexandra Alexandre ' +
      'Alexis Alice Aline Alioune Amadou Amandine Amélie Amina Aminata Amine Amir Anaïs André Andréa Angélique Anissa Anita Anna Anne ' +
      'Annick Annie Anthony Antoine Arnaud Arthur Assia Astou Audrey Aurélie Aurélien Awa Axel Ayoub Aziz Bakary Baptiste Béatrice ' +
      'Benjamin Benoît Bernadette Bernard Bertrand Bilal Blandine Boubacar Brahim Brigitte Bruno Camille Carine Carlos Carole Caroline ' +
      'Catherine Cécile Cédric Céline Chantal Charles Charlotte Cheikh Christelle Christian Christiane Christine Christophe Claire ' +
      'Claude Claudine Clémence Clément Coralie Corinne Cyril Damien Daniel Danielle Daouda David Delphine Denis Denise Diana Didier ' +
      'Djibril Dominique Dylan Elena Éliane Élisabeth Élise Élodie Emilie Émile Emma Emmanuel Emmanuelle Enzo Éric Estelle Esther ' +
      'Étienne Eva Évelyne Fabien Fabienne Fabrice Fanny Fanta Farid Farida Fatiha Fatima Fatimata Fatou Fatoumata Félix Fernanda ' +
      'Fernando Florence Florent Florian Franck François Françoise Frédéric Gabriel Gaëlle Gaëtan Geneviève Georges Gérald Gérard ' +
      'Ghislaine Gilbert Gilles Ginette Grégory Guillaume Guy Habib Hakim Halima Hamid Hamza Hassan Hassiba Hawa Hélène Henri Hervé ' +
      'Hicham Houria Hugo Hugues Ibrahim Ibrahima Idriss Ilyes Imane Inès Irène Isabelle Ismaël Issa Ivan Jacqueline Jacques Jamal ' +
      'Jean Jeanne Jeannine Jennifer Jérémy Jérôme Jessica Joao Joël Joëlle Jordan José Joseph Josette Josiane Juan Julia Julie ' +
      'Julien Juliette Justine Kadiatou Kader Kamel Karim Karima Karine Kelly Kevin Khadija Khaled Khalid Kouassi Laetitia Lamine ' +
      'Lassana Laura Laure Laurence Laurent Léa Leila Léo Leïla Lina Linda Line Lionel Lisa Loïc Louis Louise Luc Lucas Lucie ' +
      'Ludovic Luis Lydia Lydie Madeleine Madjid Magali Mahamadou Malika Malik Mamadou Manon Manuel Marc Marcel Marguerite Maria ' +
      'Mariam Mariama Marie Marine Marion Marlène Martine Maryse Mathieu Mathilde Matthieu Maud Maurice Max Maxime Mehdi Mélanie ' +
      'Mélissa Michaël Michel Michèle Mickaël Miguel Mireille Mohamed Mohammed Moussa Mourad Mouna Mustapha Mylène Myriam Nabil ' +
      'Nabila Nadège Nadia Nadine Naïma Nassim Nathalie Nawel Nelly Nicolas Nicole Nina Noé Noël Noémie Nora Nordine Odette Odile ' +
      'Olga Olivier Omar Oumar Oumou Ousmane Pascal Pascale Patrice Patricia Patrick Paul Paula Paulette Pauline Pedro Philippe ' +
      'Pierre Pierrette Quentin Rachid Rachida Raoul Raphaël Raymond Rebecca Régine Régis Rémi Rémy René Renée Richard Robert Roger ' +
      'Roland Romain Romane Ronan Rosa Sabine Sabrina Saïd Saïda Salah Salim Salima Sali Sami Samia Samir Samira Samuel Samy Sandra ' +
      'Sandrine Sara Sarah Sébastien Sékou Sélim Serge Séverine Seydou Sidi Simon Simone Sofia Soizic Solange Sonia Sophie Souad ' +
      'Souleymane Stéphane Stéphanie Steven Suzanne Sylvain Sylvie Tarek Tatiana Teddy Théo Théodore Thérèse Thibault Thierry Thomas ' +
      'Tiphaine Valentin Valérie Vanessa Véronique Victor Victoire Vincent Virginie Vladimir Wahid Walid William Xavier Yacine Yann ' +
      'Yannick Yasmina Yasmine Yassine Youcef Youssef Yves Yvette Yvonne Zineb Zohra Zoé Monsieur Madame Mademoiselle Mme Mlle',
  ),
);

/** Whether a plain word is a first name, or how one begins to speak of somebody. */
export function isFirstName(word: string): boolean {
  return names.has(word);
}
