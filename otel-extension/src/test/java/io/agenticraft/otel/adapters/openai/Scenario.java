package io.agenticraft.otel.adapters.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a host may do with chat completions, and everything that it sees of them. */
@SuppressWarnings("MustBeClosedChecker") // Some hosts do not close what they should.
enum Scenario {
    CREATE {
        @Override
        void run(FakeServer server, OpenAIClient client, Sight sight) {
            server.json(200, Bodies.COMPLETION);
            sight.of("answer", () -> client.chat().completions().create(WovenChat.streamRequest()));
        }
    },
    CREATE_FAILS {
        @Override
        void run(FakeServer server, OpenAIClient client, Sight sight) {
            server.json(401, Bodies.ERROR_401).json(500, Bodies.ERROR_500).json(200, "<html>");
            for (int i = 0; i < 3; i++) {
                sight.of("answer", () -> client.chat().completions().create(WovenChat.streamRequest()));
            }
        }
    },
    RAW {
        @Override
        void run(FakeServer server, OpenAIClient client, Sight sight) {
            server.json(200, Bodies.COMPLETION);
            HttpResponseFor<ChatCompletion> response =
                    client.chat().completions().withRawResponse().create(WovenChat.streamRequest());
            sight.of("status", response::statusCode);
            sight.of("request id", response::requestId);
            sight.of("type", () -> response.headers().values("content-type"));
            sight.of("parsed", response::parse);
            sight.of("same", () -> sameTwice(response::parse));
            sight.of("body afterwards", () -> response.body().read());
            sight.close("response", response);
            sight.close("response again", response);
            sight.of("parsed after closing", response::parse);
        }
    },
    RAW_BODY {
        @Override
        void run(FakeServer server, OpenAIClient client, Sight sight) {
            server.json(200, Bodies.COMPLETION);
            HttpResponseFor<ChatCompletion> response =
                    client.chat().completions().withRawResponse().create(WovenChat.streamRequest());
            sight.of("body", () -> new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
            sight.of("parsed afterwards", response::parse);
            sight.of("parsed again", response::parse);
            sight.close("response", response);
            sight.of("body after closing", () -> response.body().read());
        }
    },
    RAW_STREAM {
        @Override
        void run(FakeServer server, OpenAIClient client, Sight sight) {
            server.events(Bodies.stream());
            HttpResponseFor<StreamResponse<ChatCompletionChunk>> response =
                    client.chat().completions().withRawResponse().createStreaming(WovenChat.streamRequest());
            sight.of("same", () -> sameTwice(response::parse));
            sight.of("pieces", () -> response.parse().stream().toList());
            sight.close("response", response);
        }
    },
    STREAM {
        @Override
        void run(FakeServer server, OpenAIClient client, Sight sight) {
            server.events(Bodies.stream());
            StreamResponse<ChatCompletionChunk> stream =
                    client.chat().completions().createStreaming(WovenChat.streamRequest());
            sight.of("parallel", () -> stream.stream().isParallel());
            sight.of("pieces", () -> stream.stream().toList());
            sight.of("pieces again", () -> stream.stream().toList());
            sight.of("iterator again", () -> stream.stream().iterator().hasNext());
            sight.close("stream", stream);
            sight.of("pieces after closing", () -> stream.stream().toList());
        }
    },
    STREAM_STOPPED {
        @Override
        void run(FakeServer server, OpenAIClient client, Sight sight) throws InterruptedException {
            server.endless(Bodies.chunk("again", null));
            StreamResponse<ChatCompletionChunk> stream =
                    client.chat().completions().createStreaming(WovenChat.streamRequest());
            Iterator<ChatCompletionChunk> iterator = stream.stream().iterator();
            sight.of("piece", iterator::next);
            sight.close("stream", stream);
            sight.of("more", iterator::hasNext);
            sight.of("hung up", server::clientHungUp);
        }
    },
    STREAM_CLOSED_AS_A_STREAM {
        @Override
        void run(FakeServer server, OpenAIClient client, Sight sight) {
            server.events(Bodies.stream());
            StreamResponse<ChatCompletionChunk> response =
                    client.chat().completions().createStreaming(WovenChat.streamRequest());
            Stream<ChatCompletionChunk> stream = response.stream().onClose(() -> sight.note("own close handler"));
            sight.of("first", () -> stream.limit(1).toList());
            sight.of("used twice", stream::iterator);
            sight.close("stream", stream);
            sight.of("rest", () -> response.stream().toList());
            sight.close("response", response);
        }
    },
    STREAM_BREAKS {
        @Override
        void run(FakeServer server, OpenAIClient client, Sight sight) {
            server.cut(Bodies.chunk("Sun", null))
                    .events(Bodies.chunk("Sun", null), "{\"error\":{\"message\":\"no\",\"code\":\"overloaded\"}}")
                    .events("{\"id\":")
                    .json(401, Bodies.ERROR_401);
            for (int i = 0; i < 4; i++) {
                sight.of(
                        "pieces",
                        () -> client.chat().completions().createStreaming(WovenChat.streamRequest()).stream()
                                .peek(sight::note)
                                .toList());
            }
        }
    },
    STREAM_CONSUMER_FAILS {
        @Override
        void run(FakeServer server, OpenAIClient client, Sight sight) {
            server.events(Bodies.stream());
            StreamResponse<ChatCompletionChunk> stream =
                    client.chat().completions().createStreaming(WovenChat.streamRequest());
            sight.of(
                    "consumed",
                    () -> stream.stream()
                            .map(piece -> {
                                throw new IllegalStateException("own");
                            })
                            .toList());
            sight.close("stream", stream);
        }
    },
    ASYNC {
        @Override
        void run(FakeServer server, OpenAIClient client, Sight sight) {
            server.json(200, Bodies.COMPLETION).json(401, Bodies.ERROR_401).json(200, "<html>");
            for (int i = 0; i < 3; i++) {
                CompletableFuture<ChatCompletion> answer =
                        client.async().chat().completions().create(WovenChat.streamRequest());
                sight.of("got", () -> answer.get(10, TimeUnit.SECONDS));
                sight.of("joined", answer::join);
                sight.of(
                        "handed",
                        () -> answer.handle((value, failure) -> sight.describe(failure))
                                .join());
                sight.of("type", () -> answer.getClass().getName());
            }
        }
    },
    ASYNC_RAW {
        @Override
        void run(FakeServer server, OpenAIClient client, Sight sight) {
            server.json(200, Bodies.COMPLETION).json(500, Bodies.ERROR_500);
            for (int i = 0; i < 2; i++) {
                CompletableFuture<HttpResponseFor<ChatCompletion>> response =
                        client.async().chat().completions().withRawResponse().create(WovenChat.streamRequest());
                sight.of("got", () -> response.get(10, TimeUnit.SECONDS).parse());
                sight.of("joined", () -> response.join().statusCode());
                sight.of(
                        "handed",
                        () -> response.handle((value, failure) -> sight.describe(failure))
                                .join());
            }
        }
    },
    ASYNC_CANCELLED {
        @Override
        void run(FakeServer server, OpenAIClient client, Sight sight) {
            server.endless(Bodies.chunk("again", null)).endless(Bodies.chunk("again", null));
            CompletableFuture<?> answer = client.async().chat().completions().create(WovenChat.streamRequest());
            CompletableFuture<?> raw =
                    client.async().chat().completions().withRawResponse().create(WovenChat.streamRequest());
            for (CompletableFuture<?> future : new CompletableFuture<?>[] {answer, raw}) {
                sight.of("cancelled", () -> future.cancel(true));
                sight.of("is cancelled", future::isCancelled);
                sight.of("joined", future::join);
                sight.of("got", future::get);
            }
        }
    },
    ASYNC_STREAM {
        @Override
        void run(FakeServer server, OpenAIClient client, Sight sight) {
            server.events(Bodies.stream()).cut(Bodies.chunk("Sun", null)).json(401, Bodies.ERROR_401);
            for (int i = 0; i < 3; i++) {
                AsyncStreamResponse<ChatCompletionChunk> stream =
                        client.async().chat().completions().createStreaming(WovenChat.streamRequest());
                CompletableFuture<String> completion = new CompletableFuture<>();
                sight.of("same", () -> stream.subscribe(noting(sight, completion)) == stream);
                sight.of("completed", () -> completion.get(10, TimeUnit.SECONDS));
                sight.of("future", () -> stream.onCompleteFuture().get(10, TimeUnit.SECONDS));
                // Its words depend on whether the library has closed the stream by now.
                sight.of("subscribed again", () -> failureOf(() -> stream.subscribe(piece -> {})));
            }
        }
    },
    ASYNC_STREAM_STOPPED {
        @Override
        void run(FakeServer server, OpenAIClient client, Sight sight) throws InterruptedException {
            server.endless(Bodies.chunk("again", null)).events(Bodies.stream());
            AsyncStreamResponse<ChatCompletionChunk> stopped =
                    client.async().chat().completions().createStreaming(WovenChat.streamRequest());
            CompletableFuture<String> completion = new CompletableFuture<>();
            AsyncStreamResponse.Handler<ChatCompletionChunk> noting = noting(sight, completion);
            stopped.subscribe(new AsyncStreamResponse.Handler<>() {
                @Override
                public void onNext(ChatCompletionChunk piece) {
                    stopped.close();
                }

                @Override
                public void onComplete(Optional<Throwable> error) {
                    noting.onComplete(error);
                }
            });
            sight.of("completed", () -> completion.get(10, TimeUnit.SECONDS));
            sight.of("future", () -> stopped.onCompleteFuture().get(10, TimeUnit.SECONDS));
            sight.of("hung up", server::clientHungUp);

            AsyncStreamResponse<ChatCompletionChunk> unread =
                    client.async().chat().completions().createStreaming(WovenChat.streamRequest());
            unread.close();
            sight.of("subscribed too late", () -> unread.subscribe(piece -> {}));
            sight.of("future", () -> unread.onCompleteFuture().get(10, TimeUnit.SECONDS));
        }
    },
    ASYNC_STREAM_HANDLER_FAILS {
        @Override
        void run(FakeServer server, OpenAIClient client, Sight sight) {
            server.events(Bodies.stream()).events(Bodies.stream());
            AsyncStreamResponse<ChatCompletionChunk> stream =
                    client.async().chat().completions().createStreaming(WovenChat.streamRequest());
            stream.subscribe(piece -> {
                throw new IllegalStateException("own");
            });
            sight.of("future", () -> stream.onCompleteFuture().get(10, TimeUnit.SECONDS));

            AsyncStreamResponse<ChatCompletionChunk> rejected =
                    client.async().chat().completions().createStreaming(WovenChat.streamRequest());
            rejected.subscribe(piece -> {}, task -> {
                throw new RejectedExecutionException("full");
            });
            sight.of("rejected", () -> rejected.onCompleteFuture().get(10, TimeUnit.SECONDS));
        }
    };

    abstract void run(FakeServer server, OpenAIClient client, Sight sight) throws Exception;

    @SuppressWarnings("ReferenceEquality") // That is the question.
    private static boolean sameTwice(Callable<?> look) throws Exception {
        Object first = look.call();
        return look.call() == first;
    }

    private static String failureOf(Callable<?> look) {
        try {
            return "none, but " + look.call();
        } catch (Exception failure) {
            return failure.getClass().getName();
        }
    }

    private static AsyncStreamResponse.Handler<ChatCompletionChunk> noting(
            Sight sight, CompletableFuture<String> completion) {
        return new AsyncStreamResponse.Handler<>() {
            @Override
            public void onNext(ChatCompletionChunk piece) {
                sight.note(Sight.thread() + " " + piece);
            }

            @Override
            public void onComplete(Optional<Throwable> error) {
                completion.complete(
                        Sight.thread() + " " + error.map(sight::describe).orElse("well"));
            }
        };
    }

    /** What the host sees. */
    interface Sight {
        void note(Object seen);

        void of(String what, Callable<?> look);

        void close(String what, AutoCloseable resource);

        String describe(@Nullable Throwable failure);

        /** The kind of the current thread: its name without numbers. */
        static String thread() {
            return Thread.currentThread().getName().replaceAll("[0-9]+", "#");
        }
    }
}
