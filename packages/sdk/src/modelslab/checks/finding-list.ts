import type { Finding, FindingCode, FindingSeverity } from '../../checks/finding.js';

/** More findings than anyone reads. */
const mostFindings = 500;

/** What a check has found, each place and code once. */
export class FindingList {
  readonly #findings: Finding[] = [];
  readonly #seen = new Set<string>();

  get all(): readonly Finding[] {
    return this.#findings;
  }

  /** Whether what else is found would not be kept. */
  get isFull(): boolean {
    return this.#findings.length > mostFindings;
  }

  /** What cannot be sent at all. */
  error(path: string, code: FindingCode, message: string): void {
    this.#add('error', path, code, message);
  }

  /** What the documents say otherwise; they are not always right. */
  warn(path: string, code: FindingCode, message: string): void {
    this.#add('warning', path, code, message);
  }

  #add(severity: FindingSeverity, path: string, code: FindingCode, message: string): void {
    const place = `${code} ${path}`;
    if (this.isFull || this.#seen.has(place)) return;
    this.#seen.add(place);
    if (this.#findings.length < mostFindings) this.#findings.push({ path, severity, code, message });
    else {
      const rest = `There are more than ${mostFindings} findings; the rest was not checked.`;
      this.#findings.push({ path: '', severity: 'warning', code: 'not_checked', message: rest });
    }
  }
}

/** A JSON Pointer to a member or an item. */
export function below(path: string, key: string | number): string {
  return `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
