package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.agenticraft.json.InvalidJsonException;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.OnUnsupported;
import io.agenticraft.testing.Check;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tables of options in the documentation say what requests hold. */
class OptionTableTest {
    private static final List<List<Target>> COLUMNS = List.of(
            List.of(Target.OPENAI, Target.AZURE),
            List.of(Target.MISTRAL),
            List.of(Target.OTHER),
            List.of(Target.ANTHROPIC),
            List.of(Target.OLLAMA));
    private static final Pattern BOUND = Pattern.compile(".*at most ([\\d.]+)");

    @TestFactory
    Stream<DynamicTest> eachCell_isWhatIsSent() throws IOException {
        List<List<String>> rows = DocumentedTable.after("<!-- options -->");
        assertEquals(
                Option.ALL.stream().map(Option::words).toList(),
                rows.stream().map(row -> row.get(0)).toList());
        return rows.stream()
                .flatMap(row -> Stream.iterate(0, i -> i + 1)
                        .limit(COLUMNS.size())
                        .flatMap(i -> COLUMNS.get(i).stream()
                                .map(target -> dynamicTest(
                                        row.get(0) + " at " + target,
                                        () -> check(Option.named(row.get(0)), target, row.get(i + 1))))));
    }

    private static void check(Option option, Target target, String cell) throws IOException {
        if (cell.equals("always refused")) {
            for (OnUnsupported policy : OnUnsupported.values()) {
                assertThrows(InvalidJsonException.class, () -> body(target, target.model, policy, option));
            }
        } else if (cell.equals("-")) {
            assertRefused(target, target.model, option);
        } else {
            String field = cell.substring(1, cell.indexOf('`', 1));
            JsonNode request = body(target, target.model, OnUnsupported.REFUSE, option);
            assertFalse(at(request, field).isMissingNode(), field + " in " + request);
            Matcher bound = BOUND.matcher(cell);
            if (bound.matches()) {
                checkBound(option, target, field, bound.group(1));
            }
        }
    }

    private static JsonNode body(Target target, String model, OnUnsupported policy, Option... options)
            throws IOException {
        return Recording.MAPPER.readTree(target.body(Option.request(model, policy, options)));
    }

    private static JsonNode at(JsonNode request, String field) {
        return request.at("/" + field.replace('.', '/'));
    }

    /** The policy refuses it and names it, or what is sent is not what would be sent where it is taken. */
    private static void assertRefused(Target target, String model, Option option, Option... also) throws IOException {
        Option[] all = Stream.concat(Stream.of(option), Stream.of(also)).toArray(Option[]::new);
        InvalidJsonException refused =
                assertThrows(InvalidJsonException.class, () -> body(target, model, OnUnsupported.REFUSE, all));
        Check.contains(option.option(), refused.getMessage());
        assertEquals(body(target, model, OnUnsupported.DROP, all), body(target, model, OnUnsupported.WARN, all));
    }

    private static void checkBound(Option option, Target target, String field, String bound) throws IOException {
        GenerationOptions most = option.number(new BigDecimal(bound).doubleValue());
        GenerationOptions more = option.number(new BigDecimal(bound).doubleValue() + 1);
        JsonNode atMost = body(target, most);
        assertEquals(at(atMost, field), at(body(target, more), field));
        assertThrows(
                InvalidJsonException.class,
                () -> body(
                        target,
                        more.toBuilder().onUnsupported(OnUnsupported.REFUSE).build()));
        assertEquals(
                atMost,
                body(
                        target,
                        most.toBuilder().onUnsupported(OnUnsupported.REFUSE).build()));
    }

    private static JsonNode body(Target target, GenerationOptions options) throws IOException {
        return Recording.MAPPER.readTree(target.body(Option.request(target.model, options)));
    }

    @TestFactory
    Stream<DynamicTest> eachModel_lacksWhatIsSaid() throws IOException {
        return DocumentedTable.after("<!-- models -->").stream()
                .map(row -> dynamicTest(row.get(1) + " " + row.get(2), () -> checkModel(row)));
    }

    private static void checkModel(List<String> row) throws IOException {
        Target target = Target.valueOf(row.get(0).toUpperCase(Locale.ROOT));
        String model = row.get(1).replace("`", "");
        Option[] also = row.get(2).isEmpty() ? new Option[0] : new Option[] {Option.named(row.get(2))};
        Set<String> lacked = new TreeSet<>();
        for (Option option : Option.ALL) {
            if (isLackedEverywhere(target, option)
                    || Arrays.asList(also).contains(option)
                    || option.isFormatOrChoice()) {
                continue;
            }
            Option[] all = Stream.concat(Stream.of(option), Stream.of(also)).toArray(Option[]::new);
            try {
                body(target, model, OnUnsupported.REFUSE, all);
            } catch (InvalidJsonException refused) {
                // Else it is the other option that this one excludes, of which another row speaks.
                if (String.valueOf(refused.getMessage()).contains("option " + option.option() + " ")) {
                    lacked.add(option.words());
                    assertRefused(target, model, option, also);
                }
            }
        }
        Set<String> said = new TreeSet<>();
        if (!row.get(3).isEmpty()) {
            said.addAll(Arrays.asList(row.get(3).split(", ", -1)));
        }
        assertEquals(said, lacked);
    }

    private static boolean isLackedEverywhere(Target target, Option option) throws IOException {
        int column = COLUMNS.indexOf(
                COLUMNS.stream().filter(all -> all.contains(target)).findFirst().orElseThrow());
        return DocumentedTable.after("<!-- options -->").stream()
                .anyMatch(row -> row.get(0).equals(option.words())
                        && Set.of("-", "always refused").contains(row.get(column + 1)));
    }

    @Test
    void tables_areThere() throws IOException {
        assertEquals(
                Option.ALL.size(), DocumentedTable.after("<!-- options -->").size());
        assertTrue(DocumentedTable.after("<!-- models -->").size() > 10);
    }
}
