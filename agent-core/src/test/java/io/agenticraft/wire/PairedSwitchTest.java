package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.testing.Check;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** For every ordered pair of providers: from one to the other and back, after reasoning, tool calls and images. */
class PairedSwitchTest {
    private static final List<Target> TARGETS = List.of(Target.OTHER, Target.ANTHROPIC, Target.OLLAMA);

    static Stream<Arguments> pairs() {
        return TARGETS.stream().flatMap(from -> TARGETS.stream().map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void thereAndBack_everyRequestIsLegal(Target from, Target to) throws Exception {
        try (PairedSwitch paired = new PairedSwitch(from, to)) {
            assertEquals(6, paired.sent().size());
            for (PairedSwitch.Sent sent : paired.sent()) {
                assertEquals(List.of(), sent.target().faults(sent.body()), sent.body());
                for (Target other : TARGETS) {
                    if (other != sent.target()) {
                        Check.containsNot("thought of " + other.provider, sent.body());
                        Check.containsNot("signature of " + other.provider, sent.body());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void afterTheWayBack_allIsThereThatWasSaid(Target from, Target to) throws Exception {
        try (PairedSwitch paired = new PairedSwitch(from, to)) {
            String last = paired.last(from);
            for (String said : List.of(
                    "thought of " + from.provider,
                    "answer of " + from.provider,
                    "answer of " + to.provider,
                    "sunny",
                    "aGk=",
                    "Be brief")) {
                Check.contains(said, last);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void conversationOfAPair_goesOnAtEveryKindOfHost(Target from, Target to) throws Exception {
        try (PairedSwitch paired = new PairedSwitch(from, to)) {
            for (Target target : Target.values()) {
                String body = target.body(ModelRequest.builder(target.model)
                        .messages(paired.messages())
                        .build());
                assertEquals(List.of(), target.faults(body), body);
            }
        }
    }

    /** For Anthropic's requests, of which there is no public document; of OpenAI's it judges parts that its document leaves open. */
    @ParameterizedTest
    @MethodSource("pairs")
    void thereAndBack_everyRequestIsOneOfTheSdks(Target from, Target to) throws Exception {
        try (PairedSwitch paired = new PairedSwitch(from, to)) {
            for (PairedSwitch.Sent sent : paired.sent()) {
                assertEquals(List.of(), sent.target().faultsBySdk(sent.body()), sent.body());
            }
        }
    }

    @Tag("conformance")
    @ParameterizedTest
    @MethodSource("pairs")
    void thereAndBack_everyRequestFollowsItsDocument(Target from, Target to) throws Exception {
        Spec openAi = Spec.load("openai/openapi.yaml", "CreateChatCompletionRequest");
        Spec ollama = Spec.load("ollama/openapi.yaml", "ChatRequest");
        try (PairedSwitch paired = new PairedSwitch(from, to)) {
            for (PairedSwitch.Sent sent : paired.sent()) {
                if (sent.target() != Target.ANTHROPIC) {
                    Spec spec = sent.target() == Target.OLLAMA ? ollama : openAi;
                    assertEquals(List.of(), spec.faults(sent.body()), sent.body());
                }
            }
            for (Target target : List.of(Target.OPENAI, Target.AZURE)) {
                String body = target.body(ModelRequest.builder(target.model)
                        .messages(paired.messages())
                        .build());
                assertEquals(List.of(), openAi.faults(body), body);
            }
        }
    }
}
