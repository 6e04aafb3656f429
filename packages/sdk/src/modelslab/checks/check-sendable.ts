import { containerKind, readItems, readMembers, unreadable } from '../../checks/read-json.js';
import { below, type FindingList } from './finding-list.js';

/** Levels of values; nothing of ModelsLab has more than three. */
const deepest = 64;
/** Values that are looked at; hostile ones branch without end. */
const mostValues = 50_000;

/** Says what JSON has no form for, anywhere in a value. One for each check. */
export class SendableCheck {
  readonly #findings: FindingList;
  readonly #around: object[] = [];
  #visited = 0;

  constructor(findings: FindingList) {
    this.#findings = findings;
  }

  /** @returns whether the value can be sent, and is worth a closer look */
  check(path: string, value: unknown): boolean {
    this.#visited += 1;
    if (this.#visited > mostValues) {
      if (this.#visited === mostValues + 1) {
        this.#findings.warn('', 'not_checked', `There are more than ${mostValues} values; the rest was not checked.`);
      }
      return false;
    }
    if (value === unreadable)
      return this.#refuse(path, 'Reading this throws, and sending it would too. Pass plain data.');
    if (typeof value === 'bigint') return this.#refuse(path, 'A bigint cannot be sent. Convert it with Number(…).');
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return this.#warn(path, `${value} is no JSON and would be sent as null. Pass a number.`);
    }
    if (typeof value === 'function' || typeof value === 'symbol') {
      return this.#warn(path, `A ${typeof value} is no JSON and would not be sent. Take it out.`);
    }
    return typeof value !== 'object' || value === null || this.#checkContainer(path, value);
  }

  #checkContainer(path: string, value: object): boolean {
    if (this.#around.includes(value)) {
      this.#findings.error(
        path,
        'cyclic_value',
        'This value contains itself, so it cannot be sent. Send a copy without the cycle.',
      );
      return false;
    }
    if (this.#around.length >= deepest) {
      this.#findings.warn(path, 'not_checked', `This lies more than ${deepest} levels deep and was not checked.`);
      return false;
    }
    this.#around.push(value);
    const isFine = this.#checkParts(path, value);
    this.#around.pop();
    return isFine;
  }

  #checkParts(path: string, value: object): boolean {
    const kind = containerKind(value);
    switch (kind) {
      case 'boxed':
        return true;
      case 'broken':
        return this.#refuse(path, 'Reading this throws, and sending it would too. Pass plain data.');
      case 'list':
        return this.#checkEach(path, readItems(value as readonly unknown[])?.entries());
      case 'object':
        return this.#checkEach(path, readMembers(value)?.entries());
      default:
        return this.#refuse(path, foreign[kind]);
    }
  }

  #checkEach(path: string, entries: Iterable<readonly [string | number, unknown]> | undefined): boolean {
    if (entries === undefined)
      return this.#refuse(path, 'Reading this throws, and sending it would too. Pass plain data.');
    let isFine = true;
    for (const [key, value] of entries) if (!this.check(below(path, key), value)) isFine = false;
    return isFine;
  }

  #refuse(path: string, message: string): false {
    this.#findings.error(path, 'not_json', message);
    return false;
  }

  #warn(path: string, message: string): false {
    this.#findings.warn(path, 'not_json', message);
    return false;
  }
}

/** What JSON has no form for, and `JSON.stringify` makes something useless of. */
const foreign = {
  bytes: 'Bytes mean nothing in JSON. Upload them first and pass the URL that comes back.',
  Map: 'A Map means nothing in JSON. Pass Object.fromEntries(…) of it.',
  Set: 'A Set means nothing in JSON. Pass an array.',
  Promise: 'A Promise means nothing in JSON. Await it.',
} as const;
