/** A private session bus (D-Bus), with as much as a browser needs for notifications. */
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '../../driver/temporaryFolder.ts';

const SERVICE = 'org.freedesktop.Notifications';
const GUID = '0'.repeat(32);
const CALL = 1;
const RETURN = 2;
const ERROR = 3;
/** Fields of a header. */
const MEMBER = 3;
const ERROR_NAME = 4;
const REPLY_TO = 5;
const DESTINATION = 6;
const SIGNATURE = 8;

/** By its type: a text, texts, yes or no, a whole number. */
type Value = string | string[] | boolean | number;

interface Call {
  serial: number;
  member: string;
  /** The first argument, if it is a string. */
  about: string;
}

export interface Bus {
  address: string;
  /** The number of notifications it has taken. */
  taken: () => number;
}

/** With a service that takes every notification and shows none, as in do-not-disturb. */
export async function silentBus(): Promise<Bus> {
  let taken = 0;
  const answers: Record<string, (about: string) => Value[] | null> = {
    Hello: () => [':1.1'],
    AddMatch: () => [],
    RemoveMatch: () => [],
    NameHasOwner: (name) => [name === SERVICE],
    GetNameOwner: (name) => (name === SERVICE ? [':1.0'] : null),
    GetCapabilities: () => [['actions', 'body']],
    GetServerInformation: () => ['silent', 'nobody', '1', '1.2'],
    Notify: () => [++taken],
    CloseNotification: () => [],
  };
  const path = join(temporaryFolder('bus'), 'bus');
  const server = createServer((socket) =>
    serve(socket, ({ member, about }) => answers[member]?.(about) ?? null),
  );
  server.unref();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return { address: `unix:path=${path}`, taken: () => taken };
}

function serve(socket: Socket, answer: (call: Call) => Value[] | null): void {
  let heard = Buffer.alloc(0);
  let begun = false;
  // A killed browser does not disconnect properly.
  socket.on('error', () => socket.destroy());
  socket.on('data', (piece) => {
    heard = Buffer.concat([heard, piece]);
    while (!begun && heard.includes('\r\n')) {
      const line = heard.toString('latin1', 0, heard.indexOf('\r\n'));
      heard = heard.subarray(line.length + 2);
      begun = line === 'BEGIN';
      if (!begun) socket.write(line.includes('AUTH') ? `OK ${GUID}\r\n` : 'ERROR\r\n');
    }
    while (begun && heard.length >= 16) {
      const { length, call } = read(heard);
      if (heard.length < length) return;
      if (call !== null) socket.write(reply(call, answer(call)));
      heard = heard.subarray(length);
    }
  });
}

const padded = (at: number, to: number): number => Math.ceil(at / to) * to;

/** The first message, in little-endian byte order, as our processors write it. */
function read(message: Buffer): { length: number; call: Call | null } {
  const fieldsEnd = 16 + message.readUInt32LE(12);
  const bodyAt = padded(fieldsEnd, 8);
  const bodyLength = message.readUInt32LE(4);
  const length = bodyAt + bodyLength;
  if (message.length < length || message[1] !== CALL) return { length, call: null };
  const text = (at: number) => message.toString('utf8', at + 4, at + 4 + message.readUInt32LE(at));
  const fields: Record<number, string> = {};
  for (let at = 16; at < fieldsEnd; ) {
    at = padded(at, 8);
    const [code = 0, , type] = message.subarray(at);
    // A code, a signature of one letter, and then the value.
    at += 4;
    if (type === 'g'.charCodeAt(0)) {
      fields[code] = message.toString('latin1', at + 1, at + 1 + (message[at] ?? 0));
      at += (message[at] ?? 0) + 2;
    } else if (type === 'u'.charCodeAt(0)) at += 4;
    else {
      fields[code] = text(at);
      at += message.readUInt32LE(at) + 5;
    }
  }
  const about = fields[SIGNATURE]?.startsWith('s') ? text(bodyAt) : '';
  const serial = message.readUInt32LE(8);
  return { length, call: { serial, member: fields[MEMBER] ?? '', about } };
}

let serial = 0;

/** The reply, or an error for an unknown call. */
function reply({ serial: to }: Call, values: Value[] | null): Buffer {
  const fields = new Writer();
  fields.field(REPLY_TO, 'u', () => fields.number(to));
  fields.field(DESTINATION, 's', () => fields.text(':1.1'));
  if (values === null)
    fields.field(ERROR_NAME, 's', () => fields.text('org.freedesktop.DBus.Error.ServiceUnknown'));
  const body = new Writer();
  for (const value of values ?? []) body.value(value);
  if (values?.length) fields.field(SIGNATURE, 'g', () => fields.signature(values.map(typeOf)));
  const head = new Writer();
  head.bytes.push('l'.charCodeAt(0), values === null ? ERROR : RETURN, 1, 1);
  head.number(body.bytes.length);
  head.number(++serial);
  head.number(fields.bytes.length);
  head.bytes.push(...fields.bytes);
  head.pad(8);
  return Buffer.from([...head.bytes, ...body.bytes]);
}

const typeOf = (value: Value): string => {
  if (typeof value === 'string') return 's';
  if (typeof value === 'boolean') return 'b';
  return typeof value === 'number' ? 'u' : 'as';
};

class Writer {
  readonly bytes: number[] = [];

  pad(to: number): void {
    while (this.bytes.length % to > 0) this.bytes.push(0);
  }

  number(value: number): void {
    this.pad(4);
    const word = Buffer.alloc(4);
    word.writeUInt32LE(value);
    this.bytes.push(...word);
  }

  text(value: string): void {
    this.number(Buffer.byteLength(value));
    this.bytes.push(...Buffer.from(value), 0);
  }

  signature(types: string[]): void {
    const letters = Buffer.from(types.join(''));
    this.bytes.push(letters.length, ...letters, 0);
  }

  field(code: number, type: string, write: () => void): void {
    this.pad(8);
    this.bytes.push(code);
    this.signature([type]);
    write();
  }

  value(value: Value): void {
    if (typeof value === 'string') this.text(value);
    else if (typeof value !== 'object') this.number(Number(value));
    else {
      const texts = new Writer();
      for (const each of value) texts.text(each);
      this.number(texts.bytes.length);
      this.bytes.push(...texts.bytes);
    }
  }
}
