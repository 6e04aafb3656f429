import { statSync } from 'node:fs';
import { candidatesFor, type SectionPlace } from '../binding/candidates.js';
import { placeFields } from '../binding/placed-field.js';
import type { Configuration } from '../configuration.js';
import type { ConfigurationEntry } from '../configuration-entry.js';
import type { AnySection } from '../section-schema.js';

/** Everything that a section's values may come from. */
export interface WatchedPlaces {
  /** Files, whether they are there or not. */
  readonly files: readonly string[];
  /** Directories in which every file counts. */
  readonly directories: readonly string[];
  /** Where `appsettings.json` may turn up in any spelling. */
  readonly projectDirectory: string | undefined;
}

/** Where the values of a section come from, and where they may come from later. */
export function watchedPlaces(configuration: Configuration, schema: AnySection, place: SectionPlace): WatchedPlaces {
  const locations = configuration.sources.flatMap(({ location }) => (location === undefined ? [] : [location]));
  const directories = locations.filter(isDirectory);
  return {
    files: [
      ...locations.filter((location) => !directories.includes(location)),
      ...valueFiles(configuration, schema, place),
    ],
    directories,
    projectDirectory: configuration.directory,
  };
}

/** A file that cannot be read a second time: a pipe or a device, such as `/dev/fd/63` of `<(…)`. */
export function findUnrepeatable(
  configuration: Configuration,
  schema: AnySection,
  place: SectionPlace,
): string | undefined {
  return valueFiles(configuration, schema, place).find((path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats !== undefined && !stats.isFile() && !stats.isDirectory();
  });
}

/** The files that hold a single value each, as far as the section asks for them. */
function valueFiles(configuration: Configuration, schema: AnySection, place: SectionPlace): readonly string[] {
  return placeFields(schema.fields).flatMap((field) => {
    const candidates = candidatesFor(configuration, field, place);
    const end = candidates.findIndex(({ file }) => file === undefined);
    return (end === -1 ? candidates : candidates.slice(0, end)).flatMap(fileOf);
  });
}

function fileOf({ file }: ConfigurationEntry): readonly string[] {
  return file === undefined ? [] : [file];
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
