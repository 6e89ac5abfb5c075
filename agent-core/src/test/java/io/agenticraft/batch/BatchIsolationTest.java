package io.agenticraft.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.Message;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ScopedProvider;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.testing.FunctionProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchIsolationTest {
    private final List<List<String>> heard = Collections.synchronizedList(new ArrayList<>());
    private final FunctionProvider listening = FunctionProvider.of(request -> {
        heard.add(request.messages().stream().map(Message::text).toList());
        return FunctionProvider.echo().complete(request);
    });

    @Test
    void promptsLeakingBetweenItems_cannotHappen_evenWhenTheAgentHasAMemory() {
        Conversation memory = Conversation.inMemory();
        memory.append(List.of(Message.user("a secret"), Message.assistant("kept")));
        Agent agent = Desk.on(listening).instructions("be brief").memory(memory).build();
        Batch.of(agent)
                .concurrency(8)
                .prompts(IntStream.range(0, 200).mapToObj(i -> "p" + i))
                .start(result -> {})
                .join();
        assertEquals(200, heard.size());
        for (List<String> messages : heard) {
            assertEquals(2, messages.size(), () -> "Heard: " + messages);
            assertEquals("be brief", messages.get(0));
        }
        assertEquals(
                200, heard.stream().map(messages -> messages.get(1)).distinct().count());
        assertEquals(2, memory.messages().size(), "The agent's memory hears of no item");
    }

    @Test
    void item_mayContinueAConversationOfItsOwn() {
        Conversation own = Conversation.inMemory();
        own.append(List.of(Message.user("before"), Message.assistant("yes")));
        Batch.of(Desk.on(listening).build())
                .requests(List.of(
                        BatchRequest.of("go on").with(RunOptions.defaults().with(own))))
                .start(result -> {})
                .join();
        assertEquals(List.of(List.of("before", "yes", "go on")), heard);
        assertEquals(4, own.messages().size());
    }

    @Test
    void eachItem_isAConversationOfItsOwnInTelemetry() {
        List<String> ids = Collections.synchronizedList(new ArrayList<>());
        Agent agent = Desk.on(listening)
                .policy(next -> new ScopedProvider(next) {
                    @Override
                    protected ModelProvider in(CallScope scope) {
                        ids.add(Objects.requireNonNull(scope.conversationId()));
                        return scope.bind(next());
                    }
                })
                .build();
        Batch.of(agent)
                .concurrency(1)
                .prompts(List.of("a", "b"))
                .start(result -> {})
                .join();
        assertNotEquals(ids.get(0), ids.get(1));
        assertEquals(
                List.of("0", "1"),
                ids.stream().map(id -> id.substring(id.indexOf('/') + 1)).toList());
    }
}
