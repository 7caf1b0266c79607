// The words of the page of the API; another language is another module like this one. What the
// operations do is in the server's own description.

export const apiText = {
    skip: "Skip to the operations",
    document: "The same as a document for programs: openapi.json (OpenAPI 3.1)",
    find: "Find",
    found: (count) => (count === 1 ? "1 operation" : `${count} operations`),
    schemas: "Shapes",
    who: "Who may call it",
    whoIs: {
        anyone: "anybody", device: "a tablet", admin: "administrators",
        regional: "regional staff", manager: "store managers", viewer: "viewers",
    },
    rights: {
        read: "a token needs the scope “read”",
        export: "and needs the right to export; a token its scope",
        administer: "a token needs the scope “administer”",
        own: "signed in by password, not by token",
    },
    inside: { path: "in the address", query: "after ?" },
    parameters: "Parameters",
    body: "Body",
    mostBytes: (bytes) => `at most ${bytes.toLocaleString("en-GB")} bytes`,
    answers: "Answers",
    otherProblems: "any other",
    required: "always there",
    oneOf: "one of",
    listOf: "list of",
    unreachable: "The description cannot be read now.",
};
