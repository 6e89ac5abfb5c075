package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ToolPickTest {

    private static List<String> pick(String user, @Nullable String forced, boolean parallel, String... names) {
        List<Call.Offer> offers = Stream.of(names)
                .map(name -> new Call.Offer(name, "", Json.object()))
                .toList();
        return ToolPick.from(new Call.Toolbox(offers, false, forced, parallel), user).stream()
                .map(Call.Offer::name)
                .toList();
    }

    @Test
    void oneNamed_isCalled() {
        assertEquals(
                List.of("refund_policy"), pick("What is your policy?", null, true, "lookup_order", "refund_policy"));
    }

    @Test
    void twoNamed_areCalledTogetherUnlessForbidden() {
        String question = "Look up my orders and the refund policy";
        assertEquals(
                List.of("lookup_order", "refundPolicy"), pick(question, null, true, "lookup_order", "refundPolicy"));
        assertEquals(List.of("lookup_order"), pick(question, null, false, "lookup_order", "refundPolicy"));
    }

    @Test
    void noneNamed_callsTheFirst() {
        assertEquals(List.of("get_weather"), pick("Hello", null, true, "get_weather", "get_time"));
    }

    @Test
    void emptyWordsInNames_nameNothing() {
        assertEquals(
                List.of("get_weather"),
                pick("get me the time", null, false, "get_weather").subList(0, 1));
        assertEquals(List.of("get_time"), pick("get me the time", null, true, "get_weather", "get_time"));
    }

    @Test
    void forced_isCalledWhateverWasSaid() {
        assertEquals(List.of("b"), pick("a", "b", true, "a", "b"));
        assertThrows(Rejection.class, () -> pick("a", "c", true, "a", "b"));
    }

    @Test
    void noOffers_callNothing() {
        assertEquals(List.of(), pick("weather", null, true));
    }
}
