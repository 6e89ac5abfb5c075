package io.agenticraft.benchmark.report;

/** What every page needs. */
final class Html {
    /** Colours that people with any colour vision can tell apart (M. Okabe, K. Ito), darker or lighter as the page is. */
    static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --paper: #fff; --line: #d8dee4;
              --c0: #0072b2; --c1: #b35000; --c2: #007a5a; --c3: #9b3f7c; --c4: #7a6a00; --c5: #2f6f9f; --c6: #444; --c7: #a00; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6edf3; --soft: #9aa4ae; --paper: #12161b; --line: #30363d;
                --c0: #56b4e9; --c1: #f0a33a; --c2: #3fcf9f; --c3: #e29ccb; --c4: #f0e442; --c5: #9cc9ea; --c6: #bbb; --c7: #ff8f8f; } }
            body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
              margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
            .wide { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { padding: .3rem .7rem; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
            th:first-child, td:first-child { text-align: left; } td.prompt { color: var(--soft); padding-left: 1.6rem; }
            .banner { border-left: 4px solid var(--c1); padding: .4rem .8rem; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; } dt { color: var(--soft); } dd { margin: 0; }
            svg { width: 100%; max-width: 60rem; height: auto; display: block; }
            svg text { font: 11px system-ui, sans-serif; fill: var(--soft); } svg line { stroke: var(--line); }
            polyline { fill: none; stroke-width: 2; stroke-linejoin: round; } .key svg { display: inline; width: 2.5rem; }
            """;

    private Html() {}

    /** The style of the series: a colour, and a pattern for those who cannot see it. */
    static String seriesStyle() {
        StringBuilder out = new StringBuilder();
        String[] dashes = {"none", "7 3", "2 3", "9 3 2 3", "12 4", "4 4", "1 4", "6 2 1 2"};
        for (int i = 0; i < dashes.length; i++) {
            out.append(".s").append(i).append(" { stroke: var(--c").append(i).append("); stroke-dasharray: ");
            out.append(dashes[i])
                    .append("; } .b")
                    .append(i)
                    .append(" { fill: var(--c")
                    .append(i)
                    .append("); }\n");
        }
        return out.toString();
    }

    static int series(int index) {
        return index % 8;
    }

    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c < ' ' && c != '\n' && c != '\t' ? " " : Character.toString(c));
            }
        });
        return out.toString();
    }
}
