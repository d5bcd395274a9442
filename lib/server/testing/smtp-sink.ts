import { createServer, type Socket } from 'node:net';

export interface SmtpSink {
  url: string;
  /** What has come in, whole: headers and text. */
  mails: string[];
  close: () => Promise<void>;
}

/** A mail server of one's own that takes everything and delivers nothing. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const mails: string[] = [];
  const server = createServer((socket) => takeMails(socket, mails));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The sink listens on no port.');
  return {
    url: `smtp://127.0.0.1:${address.port}?ignoreTLS=true`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function takeMails(socket: Socket, mails: string[]): void {
  let waiting = '';
  let inData = false;
  socket.setEncoding('utf8').write('220 sink\r\n');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    waiting += chunk;
    for (;;) {
      const ending = inData ? '\r\n.\r\n' : '\r\n';
      const end = waiting.indexOf(ending);
      if (end < 0) return;
      const said = waiting.slice(0, end);
      waiting = waiting.slice(end + ending.length);
      if (inData) {
        mails.push(said);
        inData = false;
        socket.write('250 taken\r\n');
      } else if (said === 'DATA') {
        inData = true;
        socket.write('354 go on\r\n');
      } else if (said === 'QUIT') socket.end('221 bye\r\n');
      else socket.write('250 yes\r\n');
    }
  });
}
