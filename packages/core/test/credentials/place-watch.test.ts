import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { PlaceWatch } from '../../src/configuration/watch/place-watch.js';
import type { WatchedPlaces } from '../../src/configuration/watch/watched-places.js';
import { createProject, makeNamedPipe, type Project } from '../configuration/support/project.js';
import { watchCount } from './support.js';

/** Timers that fire only when told, shortest delay first. */
class ManualTimers {
  readonly pending = new Set<{ readonly callback: () => void; readonly delayMs: number }>();
  readonly schedule = (callback: () => void, delayMs: number): (() => void) => {
    const timer = { callback, delayMs };
    this.pending.add(timer);
    return () => {
      this.pending.delete(timer);
    };
  };

  /** Fires what is due within `delayMs`, and what that schedules, as long as there is something. */
  fire(delayMs: number): void {
    for (let round = 0; round < 10; round += 1) {
      const due = [...this.pending].filter((timer) => timer.delayMs <= delayMs);
      if (due.length === 0) return;
      for (const timer of due) {
        this.pending.delete(timer);
        timer.callback();
      }
    }
  }

  /** Fires the long timer once, and the short ones after it. */
  poll(): void {
    const long = [...this.pending].find(({ delayMs }) => delayMs >= 1000);
    if (long === undefined) return;
    this.pending.delete(long);
    long.callback();
    this.fire(999);
  }
}

let project: Project;
let timers: ManualTimers;
let changes: number;

beforeEach(() => {
  project = createProject({ '.env': 'A=1' });
  timers = new ManualTimers();
  changes = 0;
});

function watchPlaces(places: Partial<WatchedPlaces>): PlaceWatch {
  const all = { files: [], directories: [], projectDirectory: undefined, ...places };
  return new PlaceWatch({
    places: () => all,
    onChange: () => {
      changes += 1;
    },
    schedule: timers.schedule,
  });
}

describe('watching', () => {
  it('reports once in the beginning, and then what is different', () => {
    const watch = watchPlaces({ files: [project.path('.env')] });
    timers.fire(999);
    expect(changes).toBe(1);
    timers.poll();
    expect(changes).toBe(1);
    project.write({ '.env': 'A=12' });
    timers.poll();
    expect(changes).toBe(2);
    watch.close();
  });

  it('waits until a file stays the same', () => {
    const watch = watchPlaces({ files: [project.path('.env')] });
    timers.fire(999);
    project.write({ '.env': 'A=' });
    const long = [...timers.pending].find(({ delayMs }) => delayMs >= 1000);
    long?.callback();
    project.write({ '.env': 'A=123' });
    const short = [...timers.pending].find(({ delayMs }) => delayMs < 1000);
    timers.pending.clear();
    short?.callback();
    expect(changes).toBe(1);
    timers.fire(999);
    expect(changes).toBe(2);
    watch.close();
  });

  it('notices by looking what no event tells: directories that come, go and are made anew', () => {
    const file = project.path('later/deep/.env');
    const watch = watchPlaces({ files: [file], directories: [project.path('secrets')] });
    timers.fire(999);
    project.write({ 'later/deep/.env': 'A=1' });
    timers.poll();
    expect(changes).toBe(2);
    project.write({ 'secrets/KEY': 'abc' });
    timers.poll();
    expect(changes).toBe(3);
    rmSync(project.path('later'), { recursive: true });
    timers.poll();
    expect(changes).toBe(4);
    project.write({ 'later/deep/.env': 'A=1' });
    timers.poll();
    expect(changes).toBe(5);
    watch.close();
  });

  it('sees a file that is renamed over another of the same size and time', () => {
    const watch = watchPlaces({ files: [project.path('.env')] });
    timers.fire(999);
    writeFileSync(project.path('.new'), 'A=2');
    renameSync(project.path('.new'), project.path('.env'));
    timers.poll();
    expect(changes).toBe(2);
    watch.close();
  });

  it('never opens a pipe', () => {
    makeNamedPipe(project.path('pipe'));
    const watch = watchPlaces({ files: [project.path('pipe')], directories: [project.directory] });
    timers.fire(999);
    expect(changes).toBe(1);
    watch.close();
  });

  it('looks at once when asked', () => {
    const watch = watchPlaces({ files: [project.path('.env')] });
    timers.fire(999);
    project.write({ '.env': 'A=12' });
    watch.lookNow();
    expect(changes).toBe(2);
    watch.lookNow();
    expect(changes).toBe(2);
    watch.close();
    project.write({ '.env': 'A=123' });
    watch.lookNow();
    expect(changes).toBe(2);
  });

  it('that has ended leaves no timer', () => {
    const watch = watchPlaces({ files: [project.path('.env')], projectDirectory: project.directory });
    watch.close();
    expect(timers.pending.size).toBe(0);
    project.write({ '.env': 'A=12' });
    expect(changes).toBe(0);
  });

  it.runIf(process.platform === 'linux')('that has ended leaves no watcher', () => {
    const before = watchCount();
    mkdirSync(project.path('secrets'));
    const watch = watchPlaces({ files: [project.path('.env')], directories: [project.path('secrets')] });
    timers.fire(999);
    expect(watchCount()).toBe(before + 2);
    rmSync(project.path('secrets'), { recursive: true });
    timers.poll();
    expect(watchCount()).toBe(before + 1);
    watch.close();
    expect(watchCount()).toBe(before);
  });
});
