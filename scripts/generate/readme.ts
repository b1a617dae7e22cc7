export const readmeFile = `# generated

Made from \`spec/\` by \`npm run generate\`; nobody edits it, and \`npm run check\` fails when it is not what \`spec/\` says.

- \`schema.ts\`: every distinct schema and operation of all API versions once, as a named type. The newest has the plain
  name; an older one has the version that brought it behind it (\`ContainerSummary_1_40\`). Where a schema means one thing
  in a request and another in an answer, \`…Output\` is the answer's: fields that an engine always sends are required in it.
- \`v1.NN.ts\`: one version: the plain names of its schemas, what each operation takes and gives, and its paths.
- \`operations.ts\`: what the runtime knows of each operation: method, path, parameters and their form on the wire, what a
  success answers, and what is there since or until which version.
`;
