/**
 * The page of every printed paper, for Typst. It holds no word of any paper: everything comes by `sys.inputs.data`, as JSON that
 * is read as text, so that nothing typed by anybody is ever taken for markup.
 */
export const pageTemplate = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, author: data.from)
#set text(lang: data.locale, size: 10pt, hyphenate: true)
#set par(justify: false, leading: 0.6em)
#set page(
  paper: "a4",
  margin: (x: 2cm, top: 2.4cm, bottom: 2.2cm),
  header: text(size: 8.5pt, fill: rgb("#444444"), data.from),
  footer: context text(size: 8.5pt, fill: rgb("#444444"), grid(
    columns: (1fr, auto),
    data.reference,
    counter(page).display("1 / 1", both: true),
  )),
)
#show heading.where(level: 1): it => block(above: 0pt, below: 1.1em, text(size: 17pt, it.body))
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.7em, text(size: 12pt, it.body))
#show table.cell.where(y: 0): set text(weight: "bold")

#heading(level: 1, data.title)

#let facts(rows) = terms(
  separator: text(fill: rgb("#444444"))[#sym.space.nobreak.narrow: ],
  hanging-indent: 1.2em,
  spacing: 0.7em,
  ..rows.map(row => terms.item(text(weight: "regular", fill: rgb("#444444"), row.at(0)), text(row.at(1)))),
)

#let figures(block-of) = {
  let many = block-of.headers.len()
  heading(level: 2, block-of.caption)
  if block-of.rows.len() == 0 { par(block-of.empty) } else {
    table(
      columns: block-of.columns.map(wide => if wide { 1fr } else { auto }),
      align: block-of.columns.map(wide => if wide { left } else { right }),
      stroke: (x, y) => (bottom: if y == 0 { 0.8pt } else { 0.3pt + rgb("#999999") }),
      inset: (x: 4pt, y: 4pt),
      table.header(..block-of.headers.map(text)),
      ..block-of.rows.flatten().map(text),
      ..(if block-of.total == none { () } else { block-of.total.map(cell => text(weight: "bold", cell)) }),
    )
  }
}

#for one in data.blocks {
  if one.kind == "heading" { heading(level: 2, one.text) }
  else if one.kind == "text" { par(one.text) }
  else if one.kind == "facts" { facts(one.rows) }
  else { figures(one) }
}

#if data.check != none {
  block(breakable: false, above: 2em, grid(
    columns: (2.8cm, 1fr),
    column-gutter: 1em,
    align: horizon,
    image(bytes(data.check.qr), format: "svg", width: 2.8cm, alt: data.check.alt),
    [#par(data.check.words) #par(link(data.check.address, data.check.address))],
  ))
}
`;
