// Runs the built command line against server.mjs, once for each fault or conforming variant; results in artifacts/bench.
// node run.mjs [--env sandbox|staging] [--no-hooks] [--parallel 2] [--only re] [--area a,b] [--variants] [--faults] [--out results.json] [--retry]
import { spawn } from 'node:child_process';
import fs from 'node:fs'; import net from 'node:net';
import { FAULTS, VARIANTS } from './faults.mjs';
const arg = (n, d) => { const i = process.argv.indexOf('--' + n); return i < 0 ? d : process.argv[i + 1]; };
const has = n => process.argv.includes('--' + n);
const dir = new URL('.', import.meta.url).pathname;
const env = arg('env', 'sandbox'), root = new URL('../../../../', import.meta.url).pathname, work = root + 'artifacts/bench/', out = arg('out', work + 'results.json'), only = arg('only') && new RegExp(arg('only')), areas = arg('area')?.split(',');
const extra = (arg('extra', '') || '').split(' ').filter(Boolean);
const FILTER = { quick: 'tag!=exhausts', full: '' }[arg('filter', 'full')] ?? arg('filter');
const TOOL = process.env.TOOL || root + 'src/Conformance.Cli/bin/Release/net10.0/Conformance.Cli.dll';
fs.mkdirSync(work, { recursive: true });
const all = !has('variants') && !has('faults');
let jobs = [];
if (all || has('variants')) jobs.push(...VARIANTS.map(v => ({ kind: 'variant', name: v, area: 'variant', rule: '', flags: '' })));
if (all || has('faults')) jobs.push(...FAULTS.map(f => ({ kind: 'fault', name: f.name, area: f.area, rule: f.rule, flags: f.flags })));
if (only) jobs = jobs.filter(j => only.test(j.name)); if (areas) jobs = jobs.filter(j => areas.includes(j.area));
if (arg('list')) { const l = fs.readFileSync(arg('list'), 'utf8').split(/\s+/).filter(Boolean); for (const n of l) if (!FAULTS.some(f => f.name === n) && !VARIANTS.includes(n)) console.log('no such', n); jobs = jobs.filter(j => l.includes(j.name)).sort((x, y) => l.indexOf(x.name) - l.indexOf(y.name)); }
if (arg('stride')) { const [a, b] = arg('stride').split('/').map(Number); jobs = jobs.filter((j, i) => i % b === a); }
let results = fs.existsSync(out) && !has('fresh') ? JSON.parse(fs.readFileSync(out)) : [];
if (has('todo')) jobs = jobs.filter(j => !results.some(r => r.name === j.name && r.kind === j.kind && r.env === env));
const order=arg('area')?.split(','); if(order) jobs.sort((x,y)=>order.indexOf(x.area)-order.indexOf(y.area));
if (has('survivors')) jobs = jobs.filter(j => results.some(r => r.name === j.name && r.kind === j.kind && r.env === env && (j.kind === 'fault' ? r.code !== 1 : r.code === 1)));
const port = () => new Promise(r => { const s = net.createServer().listen(0, '127.0.0.1', () => { const p = s.address().port; s.close(() => r(p)); }); });
async function one(j) {
  const p = await port(), t0 = Date.now();
  const creds = { CLIENT_ID: 'bench-client', CLIENT_SECRET: 'Bench-Secret_0123456789ab', CLIENT_ID_2: 'bench-other', CLIENT_SECRET_2: 'Other-Secret_9876543210zy' };
  const e = { ...process.env, ...creds, PORT: String(p), ENVIRONMENT: env, FAULT: '', VARIANT: '' };
  if (j.kind === 'fault') e.FAULT = j.name; else e.VARIANT = j.name === 'base' ? '' : j.name;
  const srv = spawn('node', [dir + 'server.mjs'], { env: e, stdio: ['ignore', 'pipe', 'pipe'] });
  let serr = ''; srv.stderr.on('data', d => serr += d);
  await new Promise((ok, no) => { srv.stdout.once('data', ok); srv.once('exit', () => no(new Error('server: ' + serr))); });
  const a = [TOOL, 'run', process.env.SPEC || 'specs/orders.yaml', '--base-url', `http://127.0.0.1:${p}`, '--environment', env, '--report', 'none', '--no-color', '--out', `${work}reports-${p}`, '--run-timeout', arg('run-timeout', '4m'), ...(has('no-hooks') ? [] : ['--provider-states', '/provider-states', '--test-clock', '/test-clock']), ...(FILTER ? ['--filter', FILTER] : []), ...extra];
  const tool = spawn('dotnet', a, { detached: true, cwd: root, env: { ...process.env, ...creds }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = ''; tool.stdout.on('data', d => text += d); tool.stderr.on('data', d => text += d);
  const kill = setTimeout(() => tool.kill('SIGINT'), 300000);
  const code = await new Promise(r => tool.once('exit', (c, s) => r(c ?? s))); clearTimeout(kill);
  srv.kill();
  const failed = [...text.matchAll(/^FAILED\s+(?:\d+ x\s[\s\S]{0,300}?\(first:\s+)?(\S+?)\)?\n([^\n]*)/gm)].map(m => ({ id: m[1], title: m[2] }));
  const inconclusive = [...text.matchAll(/^INCONCLUSIVE\s+(\S+)\n?([^\n]*)/gim)].map(m => m[1] + ' ' + m[2]);
  fs.mkdirSync(work + 'logs', { recursive: true }); fs.writeFileSync(`${work}logs/${env}-${j.kind}-${j.name}.txt`, text);
  const summary = (text.match(/^\d+ cases?:.*$/m) || [''])[0];
  const r = { ...j, env, code, failed: failed.map(f => f.id), first: failed[0]?.title, inconclusive: inconclusive.length, summary, ms: Date.now() - t0, serverError: serr.slice(0, 400) };
  results = results.filter(x => !(x.name === r.name && x.kind === r.kind && x.env === r.env)); results.push(r);
  fs.writeFileSync(out, JSON.stringify(results, null, 1));
  const bad = j.kind === 'fault' ? code !== 1 : code === 1 || (code !== 0 && code !== 5);
  console.log(`${bad ? (j.kind === 'fault' ? 'SURVIVED' : 'ALARM   ') : 'ok      '} ${code} ${(r.ms / 1000).toFixed(0)}s ${j.area}/${j.name} ${r.failed.slice(0, 3).join(' ')} ${bad ? '| ' + j.rule : ''}${serr ? ' SERVER ' + serr.slice(0, 100) : ''}`);
}
let i = 0;
await Promise.all(Array.from({ length: +arg('parallel', 2) }, async () => { while (i < jobs.length) { const j = jobs[i++]; try { await one(j); } catch (e) { console.log('ERROR', j.name, e.message.slice(0, 300)); } } }));
const mine = results.filter(r => r.env === env && jobs.some(j => j.name === r.name && j.kind === r.kind));
const by = {}; for (const r of mine) { const b = by[r.area] ??= { n: 0, bad: 0, hard: 0, hardBad: 0 }; const bad = r.kind === 'fault' ? r.code !== 1 : r.code !== 0 && r.code !== 5; b.n++; b.bad += bad; if (!/b/.test(r.flags.replace('clock', ''))) { b.hard++; b.hardBad += bad; } }
console.table(by);
