package io.agenticraft.otel.genai;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/** Names, values and buckets of the GenAI semantic conventions, version 0.1.0. The one place where they are written down. */
public final class GenAi {

    // Operations, the values of OPERATION_NAME.
    public static final String CHAT = "chat";
    public static final String INVOKE_AGENT = "invoke_agent";
    public static final String EXECUTE_TOOL = "execute_tool";

    // What every span and metric says.
    public static final AttributeKey<String> OPERATION_NAME = AttributeKey.stringKey("gen_ai.operation.name");
    public static final AttributeKey<String> PROVIDER_NAME = AttributeKey.stringKey("gen_ai.provider.name");
    public static final AttributeKey<String> REQUEST_MODEL = AttributeKey.stringKey("gen_ai.request.model");
    public static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey("server.address");
    public static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");
    public static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    public static final AttributeKey<String> CONVERSATION_ID = AttributeKey.stringKey("gen_ai.conversation.id");

    // The request.
    public static final AttributeKey<Long> REQUEST_MAX_TOKENS = AttributeKey.longKey("gen_ai.request.max_tokens");
    public static final AttributeKey<Long> REQUEST_CHOICE_COUNT = AttributeKey.longKey("gen_ai.request.choice.count");
    public static final AttributeKey<Long> REQUEST_TOP_K = AttributeKey.longKey("gen_ai.request.top_k");
    public static final AttributeKey<Long> REQUEST_SEED = AttributeKey.longKey("gen_ai.request.seed");
    public static final AttributeKey<Double> REQUEST_TEMPERATURE = AttributeKey.doubleKey("gen_ai.request.temperature");
    public static final AttributeKey<Double> REQUEST_TOP_P = AttributeKey.doubleKey("gen_ai.request.top_p");
    public static final AttributeKey<Double> REQUEST_FREQUENCY_PENALTY =
            AttributeKey.doubleKey("gen_ai.request.frequency_penalty");
    public static final AttributeKey<Double> REQUEST_PRESENCE_PENALTY =
            AttributeKey.doubleKey("gen_ai.request.presence_penalty");
    public static final AttributeKey<List<String>> REQUEST_STOP_SEQUENCES =
            AttributeKey.stringArrayKey("gen_ai.request.stop_sequences");
    public static final AttributeKey<Boolean> REQUEST_STREAM = AttributeKey.booleanKey("gen_ai.request.stream");
    public static final AttributeKey<String> REQUEST_REASONING_LEVEL =
            AttributeKey.stringKey("gen_ai.request.reasoning.level");
    public static final AttributeKey<String> OUTPUT_TYPE = AttributeKey.stringKey("gen_ai.output.type");

    // The response.
    public static final AttributeKey<String> RESPONSE_ID = AttributeKey.stringKey("gen_ai.response.id");
    public static final AttributeKey<String> RESPONSE_MODEL = AttributeKey.stringKey("gen_ai.response.model");
    public static final AttributeKey<List<String>> RESPONSE_FINISH_REASONS =
            AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");
    public static final AttributeKey<Double> RESPONSE_TIME_TO_FIRST_CHUNK =
            AttributeKey.doubleKey("gen_ai.response.time_to_first_chunk");

    // Tokens. Input includes what was read from or written to a cache, output includes reasoning.
    public static final AttributeKey<Long> USAGE_INPUT_TOKENS = AttributeKey.longKey("gen_ai.usage.input_tokens");
    public static final AttributeKey<Long> USAGE_OUTPUT_TOKENS = AttributeKey.longKey("gen_ai.usage.output_tokens");
    public static final AttributeKey<Long> USAGE_CACHE_READ_TOKENS =
            AttributeKey.longKey("gen_ai.usage.cache_read.input_tokens");
    public static final AttributeKey<Long> USAGE_CACHE_WRITE_TOKENS =
            AttributeKey.longKey("gen_ai.usage.cache_write.input_tokens");
    public static final AttributeKey<Long> USAGE_REASONING_TOKENS =
            AttributeKey.longKey("gen_ai.usage.reasoning.output_tokens");
    public static final AttributeKey<String> TOKEN_MODALITY = AttributeKey.stringKey("gen_ai.token.modality");
    public static final String MODALITY_TEXT = "text";
    public static final String MODALITY_UNKNOWN = "unknown";

    // Agents and tools.
    public static final AttributeKey<String> AGENT_NAME = AttributeKey.stringKey("gen_ai.agent.name");
    public static final AttributeKey<String> AGENT_DESCRIPTION = AttributeKey.stringKey("gen_ai.agent.description");
    public static final AttributeKey<String> TOOL_NAME = AttributeKey.stringKey("gen_ai.tool.name");
    public static final AttributeKey<String> TOOL_CALL_ID = AttributeKey.stringKey("gen_ai.tool.call.id");
    public static final AttributeKey<String> TOOL_DESCRIPTION = AttributeKey.stringKey("gen_ai.tool.description");
    public static final AttributeKey<String> TOOL_TYPE = AttributeKey.stringKey("gen_ai.tool.type");
    public static final String TOOL_TYPE_FUNCTION = "function";

    // What only OpenAI has.
    public static final AttributeKey<String> OPENAI_API_TYPE = AttributeKey.stringKey("openai.api.type");
    public static final String OPENAI_CHAT_COMPLETIONS = "chat_completions";
    public static final AttributeKey<String> OPENAI_REQUEST_SERVICE_TIER =
            AttributeKey.stringKey("openai.request.service_tier");
    public static final AttributeKey<String> OPENAI_RESPONSE_SERVICE_TIER =
            AttributeKey.stringKey("openai.response.service_tier");
    public static final AttributeKey<String> OPENAI_RESPONSE_SYSTEM_FINGERPRINT =
            AttributeKey.stringKey("openai.response.system_fingerprint");

    // Ours, where the convention has no name.
    /** How a stream ended that was not read to its end: {@link #STREAM_CLOSED} or {@link #STREAM_ABANDONED}. */
    public static final AttributeKey<String> STREAM_END = AttributeKey.stringKey("agenticraft.stream.end");
    /** The consumer closed the stream before its end. */
    public static final String STREAM_CLOSED = "closed";
    /** The consumer dropped the stream unread and unclosed; the garbage collector found it. */
    public static final String STREAM_ABANDONED = "abandoned";

    /** What a call, or all calls of a run, cost at list prices, in USD; there where the prices are known. */
    public static final AttributeKey<Double> USAGE_COST = AttributeKey.doubleKey("agenticraft.usage.cost");
    /** The sum of the same, as a metric. */
    public static final String COST = "agenticraft.client.cost";
    /** Which of the calls for one answer this is, from 1; there where it is not the first. */
    public static final AttributeKey<Long> ATTEMPT_NUMBER = AttributeKey.longKey("agenticraft.attempt.number");
    /** Why it is made: {@code retry}, {@code fallback} or {@code hedge}. */
    public static final AttributeKey<String> ATTEMPT_REASON = AttributeKey.stringKey("agenticraft.attempt.reason");
    /** What a decision is about, as {@code provider:model}. */
    public static final AttributeKey<String> TARGET = AttributeKey.stringKey("agenticraft.target");
    /** What was asked before a fallback, as {@code provider:model}. */
    public static final AttributeKey<String> FORMER_TARGET = AttributeKey.stringKey("agenticraft.target.former");
    /** How long a call is held back, in seconds. */
    public static final AttributeKey<Double> DELAY = AttributeKey.doubleKey("agenticraft.delay");
    /** The policy that decided, such as {@code budgets}. */
    public static final AttributeKey<String> POLICY = AttributeKey.stringKey("agenticraft.policy");
    /** Its reason, in words. */
    public static final AttributeKey<String> WHY = AttributeKey.stringKey("agenticraft.why");
    /** Where a known answer came from: {@code local}, {@code shared} or {@code joined}. */
    public static final AttributeKey<String> CACHE_LEVEL = AttributeKey.stringKey("agenticraft.cache.level");
    /** The kind of a decision, on the metric of that name. */
    public static final AttributeKey<String> DECISION = AttributeKey.stringKey("agenticraft.decision");
    /** How often policies have decided something, by kind and target. */
    public static final String DECISIONS = "agenticraft.decisions";

    // Values of ERROR_TYPE that are neither a provider's code nor a class name.
    /** The caller cancelled the operation. */
    public static final String ERROR_CANCELLED = "cancelled";

    // Metrics.
    public static final String INFERENCE_DURATION = "gen_ai.client.inference.duration";
    public static final String INFERENCE_TIME_TO_FIRST_CHUNK = "gen_ai.client.inference.time_to_first_chunk";
    public static final String INFERENCE_TIME_PER_OUTPUT_CHUNK = "gen_ai.client.inference.time_per_output_chunk";
    public static final String INFERENCE_OPERATION_INPUT_TOKENS = "gen_ai.client.inference.operation.input_tokens";
    public static final String INFERENCE_OPERATION_OUTPUT_TOKENS = "gen_ai.client.inference.operation.output_tokens";
    public static final String INFERENCE_USAGE = "gen_ai.client.inference.usage.";
    public static final String AGENT_DURATION = "gen_ai.invoke_agent.duration";
    public static final String AGENT_INFERENCE_CALLS = "gen_ai.invoke_agent.inference_calls";
    public static final String AGENT_TOOL_CALLS = "gen_ai.invoke_agent.tool_calls";
    public static final String TOOL_DURATION = "gen_ai.execute_tool.duration";

    /** Seconds. */
    static final List<Double> DURATION_BUCKETS =
            List.of(0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);
    /** Tokens: the powers of four. */
    static final List<Long> TOKEN_BUCKETS = List.of(
            1L, 4L, 16L, 64L, 256L, 1024L, 4096L, 16384L, 65536L, 262144L, 1048576L, 4194304L, 16777216L, 67108864L);
    /** Calls within a run; the convention names no buckets. */
    static final List<Long> CALL_BUCKETS = List.of(0L, 1L, 2L, 3L, 4L, 6L, 8L, 12L, 16L, 32L, 64L, 128L);

    private GenAi() {}
}
