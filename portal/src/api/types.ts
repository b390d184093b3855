import type { components } from './schema';

type Schemas = components['schemas'];

export type Classification = Schemas['Classification'];
export type Condition = Schemas['Condition'];
export type Dataset = Schemas['Dataset'];
export type DatasetDetail = Schemas['DatasetDetail'];
export type Enforcement = Schemas['Enforcement'];
export type Facets = Schemas['Facets'];
export type Keyword = Schemas['Keyword'];
export type NamedItem = Schemas['NamedItem'];
export type Preview = Schemas['Preview'];
export type PreviewRequest = Schemas['PreviewRequest'];
export type Project = Schemas['Project'];
export type ProjectDetail = Schemas['ProjectDetail'];
export type Share = Schemas['Share'];
export type ShareDetail = Schemas['ShareDetail'];
export type ShareInput = Schemas['ShareInput'];
export type Subscription = Schemas['Subscription'];
export type Usage = Schemas['Usage'];
