package io.agenticraft.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Text;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.registry.Binding;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.ScriptedProvider;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private final Conversation memory = Conversation.inMemory("conversation-1");

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(Message::text).toList();
    }

    @Test
    void secondRun_seesTheFirst() {
        ScriptedProvider provider = ScriptedProvider.answering(Answers.text("b"), Answers.text("d"));
        Agent agent = Agents.on(provider).instructions("system").memory(memory).build();
        agent.run("a");
        agent.run("c");
        assertEquals(
                List.of("system", "a", "b", "c"),
                texts(provider.requests().get(1).messages()));
        assertEquals(List.of("a", "b", "c", "d"), texts(memory.messages()));
        assertSame(memory, agent.memory());
    }

    @Test
    void withoutMemory_runsAreStrangers() {
        ScriptedProvider provider = ScriptedProvider.answering(Answers.text("b"), Answers.text("d"));
        Agent agent = Agents.on(provider).build();
        agent.run("a");
        agent.run("c");
        assertEquals(List.of("c"), texts(provider.requests().get(1).messages()));
    }

    @Test
    void failedRun_leavesNoTrace() {
        ScriptedProvider provider = ScriptedProvider.answering(
                        Answers.calls(Answers.call("c1", "weather", "{\"city\":\"Graz\"}")))
                .thenFail(Answers.rateLimited());
        Agent agent = Agents.on(provider).tool(Agents.weather()).memory(memory).build();
        assertThrows(RateLimitException.class, () -> agent.run("a"));
        assertEquals(List.of(), memory.messages());
    }

    @Test
    void conversationOfTheRun_takesTheMemorysPlace() {
        ScriptedProvider provider = ScriptedProvider.answering(Answers.text("b"), Answers.text("d"));
        Agent agent = Agents.on(provider).memory(memory).build();
        Conversation other = Conversation.inMemory("other");
        RunOptions options = RunOptions.defaults().with(other);
        agent.run("a", options);
        assertEquals(List.of(), memory.messages());
        assertEquals(List.of("a", "b"), texts(other.messages()));
        assertEquals("other", options.conversationId());
        assertEquals("named", options.withConversationId("named").conversationId());
    }

    @Test
    void runsAtOnce_doNotSeeEachOtherAndStayWhole() {
        CompletableFuture<ModelResponse> first = new CompletableFuture<>();
        CompletableFuture<ModelResponse> second = new CompletableFuture<>();
        ScriptedProvider provider =
                new ScriptedProvider("fake").then(request -> first).then(request -> second);
        Agent agent = Agents.on(provider).memory(memory).build();
        CompletableFuture<RunResult> slow = agent.runAsync("slow");
        CompletableFuture<RunResult> fast = agent.runAsync("fast");
        second.complete(Answers.text("fast answer"));
        fast.join();
        first.complete(Answers.text("slow answer"));
        slow.join();
        assertEquals(List.of("fast"), texts(provider.requests().get(1).messages()));
        assertEquals(List.of("fast", "fast answer", "slow", "slow answer"), texts(memory.messages()));
    }

    @Test
    void memoryThatFails_failsTheRun() {
        Conversation broken = new Conversation() {
            @Override
            public String id() {
                return "broken";
            }

            @Override
            public List<Message> messages() {
                return List.of();
            }

            @Override
            public void append(List<Message> messages) {
                throw new IllegalStateException("disk full");
            }
        };
        Agent agent = Agents.on(ScriptedProvider.answering(Answers.text("b")))
                .memory(broken)
                .build();
        assertEquals(
                "disk full",
                assertThrows(IllegalStateException.class, () -> agent.run("a")).getMessage());
    }

    @Test
    void foreignReasoning_staysInTheMemoryButIsNotSent() {
        Reasoning thought = new Reasoning("hm", "one", "signature", null);
        ScriptedProvider one = new ScriptedProvider("one")
                .then(Answers.of(FinishReason.STOP, thought, new Text("b")))
                .then(Answers.text("d"));
        ScriptedProvider two = new ScriptedProvider("two").then(Answers.text("f"));
        Agent agent = Agents.on(one).memory(memory).build();
        agent.run("a");
        agent.run("c");
        agent.run("e", RunOptions.defaults().with(new Binding(two, "m")));
        assertEquals(
                List.of(thought, new Text("b")),
                one.requests().get(1).messages().get(1).content());
        assertEquals(
                List.of(new Text("b")), two.requests().get(0).messages().get(1).content());
        assertEquals(thought, memory.messages().get(1).content().get(0));
    }
}
