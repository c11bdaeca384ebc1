// A client of the Orders API, written from its specification alone, without dependencies. It places two orders, reads
// one, lists, searches, cancels, and ends. Its argument names one thing that it does wrong, or right in another way.
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const { BASE_URL, TOKEN_URL, CLIENT_ID, CLIENT_SECRET } = process.env;
const fault = process.argv[2];
const is = (name) => fault === name;
const FIXED_REQUEST_ID = randomUUID();
const FIXED_KEY = randomUUID();
let counter = 1000;

class ApiError extends Error {
  constructor(status, body) {
    super(`${status} ${body?.error_code ?? ''}`.trim());
    this.status = status;
    this.body = body;
  }
}

// --- HTTP -----------------------------------------------------------------------------------------------------------

const TIMEOUT = is('gives-up-soon') ? 1_000 : 10_000;
const agent = new http.Agent({ keepAlive: true });

function send(url, { method, headers, body }) {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? (method === 'GET' ? {} : { 'Content-Length': 0 }) : { 'Content-Length': Buffer.byteLength(body) };
    const request = http.request(url, { method, headers: { ...headers, ...length }, agent, timeout: TIMEOUT }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          ok: response.statusCode >= 200 && response.statusCode < 300,
          header: (name) => response.headers[name] ?? null,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.on('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT} ms`)));
    request.on('error', reject);
    request.end(body);
  });
}

// --- tokens ---------------------------------------------------------------------------------------------------------

const THRESHOLD = 300;
const TOKEN_ATTEMPTS = 3;
const TOKEN_DELAY = Number(process.argv[3] ?? 5);
let token;
let pending;

async function fetchToken() {
  for (let attempt = 1; ; attempt++) {
    const form = { grant_type: 'client_credentials', client_id: CLIENT_ID, client_secret: CLIENT_SECRET, scope: 'read write' };
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    let url = TOKEN_URL;
    let body = new URLSearchParams(form).toString();
    if (is('asks-for-tokens-in-json')) {
      headers['Content-Type'] = 'application/json';
      body = JSON.stringify(form);
    }
    if (is('authenticates-twice')) {
      headers.Authorization = `Basic ${Buffer.from(`${CLIENT_ID}:${CLIENT_SECRET}`).toString('base64')}`;
    }
    if (is('puts-secret-into-token-url')) {
      url += `?client_id=${CLIENT_ID}&client_secret=${encodeURIComponent(CLIENT_SECRET)}`;
    }

    const response = await send(url, { method: 'POST', headers, body });
    const { text } = response;
    if (response.ok) {
      const granted = JSON.parse(text);
      if (is('refuses-unknown-token-members')) {
        const unknown = Object.keys(granted).find((k) => !['access_token', 'token_type', 'expires_in', 'scope'].includes(k));
        if (unknown) throw new Error(`unknown member ${unknown}`);
      }
      if (is('needs-a-lifetime') && granted.expires_in === undefined) throw new Error('a token without expires_in');
      const life = granted.expires_in ?? 300;
      // A token that lives shorter than the threshold serves for half of its life.
      const useful = life > THRESHOLD ? life - THRESHOLD : life / 2;
      const threshold = is('refreshes-at-expiry') ? life : is('refreshes-a-minute-before') ? life - 60 : useful;
      return { value: granted.access_token, life, until: Date.now() + 1000 * threshold };
    }

    if (response.status < 500 && !is('repeats-refused-credentials')) throw new ApiError(response.status, undefined);
    const most = is('gives-up-tokens-at-once') ? 1 : is('asks-for-tokens-forever') ? 20 : is('repeats-token-requests-three-times') ? 4 : TOKEN_ATTEMPTS;
    if (attempt >= most) throw new ApiError(response.status, undefined);
    await sleep(1000 * (is('asks-for-tokens-hastily') ? 0.2 : TOKEN_DELAY));
  }
}

async function currentToken() {
  if (token && Date.now() < token.until && !is('asks-for-a-token-each-time')) return token.value;
  if (is('asks-for-tokens-side-by-side')) return (token = await fetchToken()).value;
  if (is('asks-again-for-longer-tokens')) {
    for (let i = 0; i < 3; i++) if ((token = await fetchToken()).life > THRESHOLD) break;
    if (token.life <= THRESHOLD) token.until = 0;
    return token.value;
  }
  pending ??= fetchToken().finally(() => (pending = undefined));
  token = await pending;
  return token.value;
}

// --- calls ----------------------------------------------------------------------------------------------------------

const MAX_ATTEMPTS = 3;
const FIRST_PAUSE = 0.8;

function waitFor(response) {
  const text = response.header('retry-after');
  if (text === null || is('ignores-retry-after')) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  if (is('cannot-read-dates')) return 0;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - Date.now()) / 1000);
}

function pause(attempt) {
  if (is('repeats-at-once')) return 0;
  if (is('pauses-evenly')) return 1.2;
  if (is('pauses-shrink')) return (FIRST_PAUSE * 6) / 2 ** attempt;
  if (is('never-gives-up')) return 0.1 * 2 ** attempt;
  if (is('jitters-fully')) return FIRST_PAUSE * (2 ** attempt - 1) + Math.random() * FIRST_PAUSE;
  return FIRST_PAUSE * 2 ** attempt * (1 - Math.random() * 0.1);
}

let quotaUntil = 0;

async function call(method, path, body, key) {
  let requestId = randomUUID();
  let failures = 0;
  let waits = 0;
  let refreshed = false;
  for (;;) {
    if (Date.now() < quotaUntil) await sleep(quotaUntil - Date.now());
    const bearer = await currentToken();
    const headers = { Authorization: `Bearer ${bearer}`, Accept: 'application/json' };
    if (is('renews-its-request-id')) requestId = randomUUID();
    if (!is('sends-no-request-id')) headers['X-Request-ID'] = is('keeps-its-request-id') ? FIXED_REQUEST_ID : requestId;
    if (is('sends-words-as-request-id')) headers['X-Request-ID'] = `order-${counter++}`;
    if (body) headers['Content-Type'] = is('sends-text') ? 'text/plain' : 'application/json';
    if (key) headers['X-Idempotency-Key'] = failures > 0 && is('changes-key-on-retry') ? randomUUID() : key;
    if (body && failures > 0 && is('changes-body-on-retry')) body = { ...body, customer_id: `CUST-${counter++}` };
    const url = BASE_URL + path + (is('puts-token-into-url') ? `${path.includes('?') ? '&' : '?'}access_token=${bearer}` : '');

    let response;
    try {
      response = await send(url, { method, headers, body: body ? JSON.stringify(body) : undefined });
    } catch (e) {
      if ((!key && method !== 'GET' && !is('repeats-without-a-key')) || ++failures >= MAX_ATTEMPTS) throw e;
      await sleep(1000 * pause(failures));
      continue;
    }

    if (response.header('x-ratelimit-remaining') === '0' && !is('ignores-remaining') && !is('floods')) {
      quotaUntil = Number(response.header('x-ratelimit-reset')) * 1000;
    }

    let answer;
    try {
      answer = JSON.parse(response.text);
    } catch {
      answer = undefined;
    }

    if (response.ok) {
      if (is('refuses-unknown-members') && JSON.stringify(answer).includes('x_added')) throw new Error('unknown member');
      return answer;
    }

    const error = new ApiError(response.status, answer);
    if (response.status === 401) {
      if (is('ignores-401')) throw error;
      if (refreshed && !is('refreshes-for-ever')) throw error;
      if (++waits > 8) throw error;
      refreshed = true;
      if (!is('repeats-with-the-refused-token')) token = undefined;
      continue;
    }

    if (response.status === 429 || answer?.error_code === 'IDEMPOTENCY_IN_PROGRESS') {
      if (++waits > 3 || is('surfaces-limits') || is('floods')) throw error;
      await sleep(1000 * (waitFor(response) ?? pause(waits)));
      continue;
    }

    if (response.status === 500 || response.status === 503) {
      if (is('gives-up-on-server-errors')) throw error;
      const most = response.status === 500 ? MAX_ATTEMPTS + (is('repeats-three-times') ? 1 : 0) : 5;
      if (!key && method !== 'GET') throw error;
      if (++failures >= (is('never-gives-up') ? 6 : most)) throw error;
      await sleep(1000 * Math.max(waitFor(response) ?? 0, pause(failures)));
      continue;
    }

    if (is('repeats-refusals') && ++failures < MAX_ATTEMPTS) {
      await sleep(200);
      continue;
    }

    if (is('repeats-conflicts') && response.status === 409 && ++failures < MAX_ATTEMPTS) {
      await sleep(200);
      continue;
    }

    throw error;
  }
}

// --- what it is for -------------------------------------------------------------------------------------------------

function order(quantity) {
  const items = [{ product_id: 'SKU-001', quantity: is('orders-nothing') ? 0 : quantity, unit_price: 29.99 }];
  return { customer_id: 'CUST-12345', items };
}

function newKey() {
  if (is('has-one-key')) return FIXED_KEY;
  if (is('counts-its-keys')) return String(counter++);
  return is('sends-no-key') || is('repeats-without-a-key') ? undefined : randomUUID();
}

async function main() {
  if (is('connects-to-nothing')) return;
  if (is('asks-for-tokens-side-by-side') || is('calls-side-by-side')) {
    await Promise.all(Array.from({ length: 12 }, () => call('GET', '/api/v1/orders')));
  }
  const made = await call('POST', '/api/v1/orders', order(2), newKey());
  if (is('crashes-half-way')) throw new Error('out of cheese');
  await call('POST', '/api/v1/orders', order(is('places-one-order-twice') ? 2 : 3), newKey());
  const read = await call('GET', `/api/v1/orders/${made.order_id}`);
  if (is('floods')) for (let i = 0; i < 170; i++) await call('GET', `/api/v1/orders/${made.order_id}`).catch(() => {});
  await call('GET', '/api/v1/orders');
  await call('GET', '/api/v1/search?customer_id=CUST-12345');
  if (is('calls-what-is-not-declared')) await call('GET', '/api/v1/customers').catch(() => {});
  await call('POST', `/api/v1/orders/${made.order_id}/cancel`);
  agent.destroy();
  console.log(`order ${read.order_id} placed and cancelled`);
}

try {
  await main();
} catch (e) {
  agent.destroy();
  console.error(`failed: ${e.message}`);
  process.exitCode = 3;
}
