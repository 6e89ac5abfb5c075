package io.agenticraft.wire;

import com.anthropic.models.messages.MessageCreateParams;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges requests by the classes of the providers' own SDKs, which are made from their documents: a field of a wrong kind, a
 * required one that lacks, a type or a field that they do not know are faults. What no type says, such as the order of
 * turns, they do not see.
 */
final class SdkJudge {
    /** Objects whose fields are the caller's. */
    private static final Set<String> OPEN =
            Set.of("InputSchema", "Properties", "Input", "Schema", "FunctionParameters", "Metadata");

    /** The newest SDK has them no more, as the newest models do not; the recordings show that older ones take them. */
    private static final List<String> SAMPLING = List.of("temperature", "top_p", "top_k");

    private final List<String> faults = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private SdkJudge() {}

    static List<String> ofAnthropic(String body) throws Exception {
        ObjectNode request = comparable(body, "claude-sonnet-4-5");
        SdkJudge judge = new SdkJudge();
        for (String name : SAMPLING) {
            JsonNode value = request.remove(name);
            if (value != null && !value.isNumber()) {
                return List.of(name + " is no number: " + value);
            }
        }
        return judge.judge(() -> com.anthropic.core.ObjectMappers.jsonMapper()
                .treeToValue(request, MessageCreateParams.Body.class)
                .validate());
    }

    static List<String> ofOpenAi(String body) throws Exception {
        ObjectNode request = comparable(body, "gpt-4o");
        return new SdkJudge()
                .judge(() -> com.openai.core.ObjectMappers.jsonMapper()
                        .treeToValue(request, ChatCompletionCreateParams.Body.class)
                        .validate());
    }

    /** Whether to stream is no field of the SDKs' requests: they have a method for each. They know a few models only. */
    private static ObjectNode comparable(String body, String knownModel) throws JsonProcessingException {
        ObjectNode request = (ObjectNode) Recording.MAPPER.readTree(body);
        request.remove("stream");
        if (request.path("model").isTextual()) {
            request.put("model", knownModel);
        }
        return request;
    }

    private interface Reading {
        Object read() throws Exception;
    }

    private List<String> judge(Reading reading) throws ReflectiveOperationException {
        Object request;
        try {
            request = reading.read();
        } catch (Exception invalid) {
            return List.of(invalid.toString());
        }
        walk(request);
        return faults;
    }

    private void walk(@Nullable Object value) throws ReflectiveOperationException {
        if (value instanceof Iterable<?> list) {
            for (Object element : list) {
                walk(element);
            }
        } else if (value != null && isOfAnSdk(value.getClass()) && seen.add(value)) {
            for (Class<?> type = value.getClass(); type != null && isOfAnSdk(type); type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        check(type, field.getName(), field.get(value));
                    }
                }
            }
        }
    }

    private static boolean isOfAnSdk(Class<?> type) {
        return type.getName().startsWith("com.anthropic.") || type.getName().startsWith("com.openai.");
    }

    private void check(Class<?> type, String field, @Nullable Object value) throws ReflectiveOperationException {
        if (field.equals("additionalProperties") && value instanceof Map<?, ?> unknown) {
            if (!unknown.isEmpty() && !OPEN.contains(type.getSimpleName())) {
                faults.add(type.getSimpleName() + " knows no " + unknown.keySet());
            }
        } else if (!field.equals("_json")) {
            walk(value);
        }
    }
}
