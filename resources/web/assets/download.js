// Files made in the page.

// RFC 4180 with a byte order mark, as spreadsheets read it. A text that one could run as a formula
// gets an apostrophe before it, and so does one that begins with an apostrophe; numbers do not.
export function csvOf(columns, rows) {
    const cell = (value) => {
        if (typeof value === "number") {
            return String(value);
        }
        const plain = /^[=+\-@\t\r\n']/.test(value ?? "") ? `'${value}` : value ?? "";
        return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
    };
    return `\ufeff${[columns, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

export function save(name, blob) {
    const address = URL.createObjectURL(blob);
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
}

export const saveCsv = (name, columns, rows) =>
    save(`${name}.csv`, new Blob([csvOf(columns, rows)], { type: "text/csv;charset=utf-8" }));

export const savePicture = (name, canvas) =>
    canvas.toBlob((blob) => save(`${name}.png`, blob), "image/png");
