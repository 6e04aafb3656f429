/** The system's code of an error, such as `ENOENT`; by its shape, for in Jest those of Node are no `instanceof Error`. */
export function systemCodeOf(thrown: unknown): string | undefined {
  const code: unknown = (thrown as Partial<NodeJS.ErrnoException> | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}
