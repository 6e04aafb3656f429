import type { WireForms } from '../request/wire-forms.js';

/** A family of jobs. Addresses lie below the base address, their parts separated by `/`. */
export interface JobFamilyRow {
  readonly path: string;
  /** Where a job is fetched, its id behind it. */
  readonly fetch: string;
  /** The member of the body that names the job instead, where the id is no part of the address. */
  readonly fetchMember?: string;
  readonly key?: 'enterprise';
  /** Address of each method, behind the family's path. */
  readonly jobs: Readonly<Record<string, string>>;
  /** By method. */
  readonly forms?: Readonly<Record<string, WireForms>>;
  /** Methods whose output is text. */
  readonly text?: readonly string[];
}

/** Families of jobs by name, such as `images` or `v7.videoFusion`. */
export type JobFamilyTable = Readonly<Record<string, JobFamilyRow>>;

/** Calls that answer at once. */
export interface CallFamilyRow {
  readonly path: string;
  readonly key?: 'enterprise';
  readonly calls: Readonly<Record<string, string>>;
  readonly forms?: Readonly<Record<string, WireForms>>;
}

/** Calls that are no jobs, by family. */
export type CallFamilyTable = Readonly<Record<string, CallFamilyRow>>;
