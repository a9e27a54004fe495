/** What is wrong with the command line or a file it names; ends the run with code 2. */
export class BadArgument extends Error {}
