// Small helpers for building elements. Text is always set as text, never parsed as markup.

// An element with properties and children. `class`, `data-*`, `aria-*`, `role` and other names
// with a dash become attributes; everything else is set as a property.
export function element(tag, properties = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
        if (value === undefined || value === null) {
            continue;
        }
        if (name === "class") {
            node.className = value;
        } else if (name.includes("-") || name === "role" || name === "scope") {
            node.setAttribute(name, value);
        } else {
            node[name] = value;
        }
    }
    node.append(...children.filter((child) => child !== null && child !== undefined));
    return node;
}

// What the server says is English, whatever language the page speaks.
export const inEnglish = (words) => element("bdi", { lang: "en", dir: "auto" }, words);

const svgNamespace = "http://www.w3.org/2000/svg";

export function svgElement(tag, attributes = {}, ...children) {
    const node = document.createElementNS(svgNamespace, tag);
    for (const [name, value] of Object.entries(attributes)) {
        node.setAttribute(name, value);
    }
    node.append(...children);
    return node;
}

// Sets custom properties through the object model: the content security policy allows no style
// attribute.
export function withVariables(node, variables) {
    for (const [name, value] of Object.entries(variables)) {
        node.style.setProperty(`--${name}`, value);
    }
    return node;
}

// Focus that a change of the page took away goes to `node`; who has gone elsewhere since stays there.
export function focusAgain(node) {
    if (document.activeElement === document.body) {
        node?.focus();
    }
}

export const byId = (id) => document.getElementById(id);
