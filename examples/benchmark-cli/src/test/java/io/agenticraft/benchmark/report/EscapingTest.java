package io.agenticraft.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EscapingTest {
    @Test
    void html_hasNoMarkupOfStrangers() {
        assertEquals("&lt;b a=&quot;1&quot;&gt; &amp;amp;", Html.escaped("<b a=\"1\"> &amp;"));
        assertEquals("a b\nc\td", Html.escaped("a\u0000b\nc\td"));
        assertEquals("ä 語 \ud83d\ude00", Html.escaped("ä 語 \ud83d\ude00"));
    }

    @Test
    void markdownCell_staysACell() {
        assertEquals("a\\|b c&lt;i>", Markdown.cell("a|b\nc<i>"));
        assertEquals("a\\\\b", Markdown.cell("a\\b"));
    }

    @Test
    void series_haveAColourAndAPatternEach() {
        String style = Html.seriesStyle();
        for (int i = 0; i < 8; i++) {
            assertTrue(style.contains(".s" + i + " { stroke: var(--c" + i + "); stroke-dasharray: "), style);
            assertEquals(3, Html.STYLE.split("--c" + i + ": ", -1).length, "in the light and in the dark");
        }
        assertEquals(0, Html.series(8));
        assertEquals(7, Html.series(7));
    }
}
