// Asked by Docker from inside the container, whose image has no curl: exit code 0 or 1.
import process from 'node:process';

const { ok } = await fetch(`http://127.0.0.1:${process.env['PORT'] ?? 8080}/livez`, {
  signal: AbortSignal.timeout(2000),
}).catch(() => ({ ok: false }));
process.exitCode = ok ? 0 : 1;
