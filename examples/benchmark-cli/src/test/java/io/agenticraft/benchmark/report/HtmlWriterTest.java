package io.agenticraft.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Report;
import io.agenticraft.benchmark.measure.Samples;
import java.io.StringReader;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlWriterTest {
    @Test
    void page_isWellFormedAndNeedsNothingFromElsewhere() throws Exception {
        String page = write(twoModels());
        parse(page);
        for (String outside : new String[] {"http:", "https:", "src=", "url(", "<script", "<link", "@import"}) {
            assertFalse(page.contains(outside), outside);
        }
    }

    @Test
    void page_isReadableInTheDarkAndTheLight() {
        String page = write(twoModels());
        assertTrue(page.contains("color-scheme: light dark"), page);
        assertTrue(page.contains("prefers-color-scheme: dark"), page);
    }

    @Test
    void plots_haveALineForEachModel() throws Exception {
        Document page = parse(write(twoModels()));
        NodeList plots = page.getElementsByTagName("svg");
        int described = 0;
        for (int i = 0; i < plots.getLength(); i++) {
            described += ((Element) plots.item(i)).getAttribute("role").equals("img") ? 1 : 0;
        }
        // quantiles, cumulative, two histograms, first token
        assertEquals(5, described);
        int curves = 0;
        NodeList lines = page.getElementsByTagName("polyline");
        for (int i = 0; i < lines.getLength(); i++) {
            curves += lines.item(i).hasChildNodes() ? 1 : 0;
        }
        assertEquals(6, curves);
        assertTrue(page.getElementsByTagName("rect").getLength() >= 10, "bars");
    }

    @Test
    void points_lieWithinTheirPlot() throws Exception {
        NodeList lines = parse(write(twoModels())).getElementsByTagName("polyline");
        for (int i = 0; i < lines.getLength(); i++) {
            for (String point :
                    ((Element) lines.item(i)).getAttribute("points").strip().split(" ", -1)) {
                String[] both = point.split(",", -1);
                double x = Double.parseDouble(both[0]);
                double y = Double.parseDouble(both[1]);
                assertTrue(x >= 0 && x <= 720 && y >= 0 && y <= 320, point);
            }
        }
    }

    @Test
    void markup_isEscaped() throws Exception {
        Recording total = Samples.answers(5, true);
        total.failed("odd", "<b>&\"\u0001");
        String page = write(Samples.report(Samples.result("<script>alert(1)</script>", total, true)));
        parse(page);
        assertFalse(page.contains("<script"), page);
    }

    @Test
    void nothingAnswered_isAPageWithoutPlots() throws Exception {
        Recording nothing = new Recording();
        nothing.failed("connection", "nobody");
        String page = write(Samples.report(Samples.result("a", nothing, true, Map.of(), "nobody")));
        parse(page);
        assertTrue(page.contains("nothing to plot"), page);
    }

    @Test
    void sameValueOnly_isPlottedAllTheSame() throws Exception {
        Recording one = Samples.answers(1, true);
        parse(write(Samples.report(Samples.result("a", one, true))));
        assertEquals(1, one.answers());
    }

    private static Report twoModels() {
        return Samples.report(
                Samples.result("a", Samples.answers(1000, true), true),
                Samples.result("b", Samples.answers(50, true), true));
    }

    private static String write(Report report) {
        return ReportWriter.html().write(report);
    }

    private static Document parse(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }
}
