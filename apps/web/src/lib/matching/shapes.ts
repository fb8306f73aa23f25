import type { Api } from '#lib/server/api.ts';

type Matching = Api['matching'];
export type Newcomers = Awaited<ReturnType<Matching['newcomers']['query']>>;
export type Forgotten = Awaited<ReturnType<Matching['forgottenFor']['query']>>;
export type Round = Awaited<ReturnType<Matching['round']['query']>>;
export type WhatIf = Awaited<ReturnType<Matching['whatIf']['query']>>;
export type Tried = Awaited<ReturnType<Matching['tryWeights']['query']>>;
export type Rules = Awaited<ReturnType<Matching['rules']['query']>>;
export type Fairness = Awaited<ReturnType<Matching['fairness']['query']>>;
export type Outcomes = Awaited<ReturnType<Matching['outcomes']['query']>>;
