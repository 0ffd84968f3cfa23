// What whoever runs the host does with what it keeps: node manage.ts <command>
import { manage } from './commands.ts';

process.exitCode = await manage(process.argv.slice(2), process.env, { say: console.log, complain: console.error });
