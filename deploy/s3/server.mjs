// An S3 server with one bucket, for tests of what speaks S3. Arguments: port, directory. Its only key is S3RVER with the secret S3RVER.
import S3rver from 's3rver';

const [port, directory] = process.argv.slice(2);
await new S3rver({ address: '127.0.0.1', port: Number(port), directory, silent: true, configureBuckets: [{ name: 'attachments' }] }).run();
