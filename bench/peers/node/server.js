// Scans into MySQL with SQL written by hand: an answer of 201 is a committed transaction.
import { readFile } from 'node:fs/promises';
import Fastify from 'fastify';
import mysql from 'mysql2/promise';

const [tables, port, host, databasePort, user, password] = process.argv.slice(2);
const server = { host, port: Number(databasePort), user, password, timezone: 'Z' };

const setup = await mysql.createConnection({ ...server, multipleStatements: true });
await setup.query(`CREATE DATABASE IF NOT EXISTS peer_node; USE peer_node; ${await readFile(tables, 'utf8')}`);
await setup.end();

const pool = mysql.createPool({ ...server, database: 'peer_node', connectionLimit: 16, multipleStatements: true });
pool.on('connection', connection => connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'));

// The whole transaction in one round trip. The state comes from the rows of `scan`: of a scan that was there already
// the first copy counts, and its time does not move the state twice. In the order of numbers, against deadlocks.
const RECORD = `
  START TRANSACTION;
  INSERT INTO scan (id, number, kind, at) VALUES ? ON DUPLICATE KEY UPDATE id = scan.id;
  INSERT INTO shipment (number, state, at)
    SELECT fact.number, fact.kind, fact.at FROM scan AS fact WHERE fact.id IN (?) ORDER BY fact.number
    ON DUPLICATE KEY UPDATE
      state = IF(fact.at > shipment.at, fact.kind, shipment.state), at = GREATEST(fact.at, shipment.at);
  COMMIT`;

const FIND = `
  SELECT shipment.state, shipment.at, BIN_TO_UUID(scan.id), scan.kind, scan.at
    FROM shipment JOIN scan ON scan.number = shipment.number
   WHERE shipment.number = ? ORDER BY scan.at DESC LIMIT 20`;

async function record(scans, attempts = 5) {
  const rows = scans.map(s => [Buffer.from(s.id.replaceAll('-', ''), 'hex'), s.number, s.kind, new Date(s.at)]);
  const connection = await pool.getConnection();
  try {
    await connection.query(RECORD, [rows, rows.map(row => row[0])]);
  } catch (e) {
    await connection.query('ROLLBACK');
    if (e.code !== 'ER_LOCK_DEADLOCK' || attempts === 1) throw e;
    return record(scans, attempts - 1);
  } finally {
    connection.release();
  }
}

async function find(number) {
  const [rows] = await pool.execute({ sql: FIND, rowsAsArray: true }, [number]);
  const events = rows.map(([, , id, kind, at]) => ({ id, kind, at }));
  return rows.length === 0 ? null : { number, state: rows[0][0], at: rows[0][1], events };
}

const word = maxLength => ({ type: 'string', pattern: '^[A-Za-z0-9_]+$', maxLength });
const scan = {
  type: 'object',
  required: ['id', 'number', 'kind', 'at'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    number: word(20),
    kind: word(40),
    at: { type: 'string', format: 'date-time' },
  },
};

const app = Fastify();

app.post('/scans', {
  schema: { body: { type: 'array', items: scan, minItems: 1, maxItems: 1000 } },
  preValidation: async request => {
    if (!Array.isArray(request.body)) request.body = [request.body];
  },
}, async (request, reply) => {
  await record(request.body);
  return reply.code(201).send();
});

app.get('/shipments/:number', async (request, reply) => {
  const shipment = await find(request.params.number);
  return shipment ?? reply.code(404).send({ error: `No scan of ${request.params.number} is known.` });
});

app.setErrorHandler((error, request, reply) => {
  if (!error.statusCode) console.error(error);
  reply.send(error);
});

process.on('SIGTERM', async () => {
  await app.close();
  await pool.end();
});

await app.listen({ port: Number(port), host: '127.0.0.1' });
console.log('ready');
