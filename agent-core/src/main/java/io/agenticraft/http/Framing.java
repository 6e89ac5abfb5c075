package io.agenticraft.http;

import com.fasterxml.jackson.core.io.JsonEOFException;
import io.agenticraft.json.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/** How the JSON documents of an answer lie in a response's body. */
public enum Framing {
    /** One document. */
    WHOLE {
        @Override
        Reader reader(Answer answer) {
            return new Whole(answer);
        }
    },
    /** Server-sent events. */
    EVENTS {
        @Override
        Reader reader(Answer answer) {
            return new Events(answer);
        }
    },
    /** A document a line. */
    LINES {
        @Override
        Reader reader(Answer answer) {
            return new Lines(answer);
        }
    },
    /** None that matters: the head says all, and the body is passed over. */
    IGNORED {
        @Override
        Reader reader(Answer answer) {
            return new Ignored();
        }
    };

    abstract Reader reader(Answer answer);

    /** Feeds an answer from a body's bytes. */
    interface Reader {
        void push(byte[] bytes, int offset, int length) throws IOException;

        /**
         * The body has ended.
         *
         * @throws EOFException if it has ended too early
         */
        void end(boolean explicitEnd) throws IOException;
    }

    private static final class Whole implements Reader {
        private final Answer answer;
        private byte[] body = new byte[2048];
        private int length;

        Whole(Answer answer) {
            this.answer = answer;
        }

        @Override
        public void push(byte[] bytes, int offset, int count) {
            if (length + count > body.length) {
                body = Arrays.copyOf(body, Math.max(length + count, body.length * 2));
            }
            System.arraycopy(bytes, offset, body, length, count);
            length += count;
        }

        @Override
        public void end(boolean explicitEnd) throws IOException {
            try {
                answer.read(null, body, 0, length);
            } catch (JsonEOFException e) {
                throw explicitEnd ? e : tooEarly(e);
            }
            if (answer.soFar() == null) {
                throw new MalformedJsonException("it holds no answer");
            }
        }
    }

    private static final class Events implements Reader {
        private final Answer answer;
        private final SseParser parser;

        Events(Answer answer) {
            this.answer = answer;
            parser = new SseParser(answer::read);
        }

        @Override
        public void push(byte[] bytes, int offset, int length) throws IOException {
            parser.push(bytes, offset, length);
        }

        @Override
        public void end(boolean explicitEnd) throws IOException {
            Framing.end(parser::end, answer, explicitEnd);
        }
    }

    private static final class Lines implements Reader {
        private final Answer answer;
        private final LineParser parser;

        Lines(Answer answer) {
            this.answer = answer;
            parser = new LineParser(this::onLine);
        }

        private void onLine(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                answer.read(null, bytes, offset, length);
            }
        }

        @Override
        public void push(byte[] bytes, int offset, int length) throws IOException {
            parser.push(bytes, offset, length);
        }

        @Override
        public void end(boolean explicitEnd) throws IOException {
            Framing.end(parser::end, answer, explicitEnd);
        }
    }

    private static final class Ignored implements Reader {
        @Override
        public void push(byte[] bytes, int offset, int length) {}

        @Override
        public void end(boolean explicitEnd) {}
    }

    /** What a parser does at the end of the bytes. */
    @FunctionalInterface
    private interface Ending {
        void end() throws IOException;
    }

    private static void end(Ending parser, Answer answer, boolean explicitEnd) throws IOException {
        try {
            parser.end();
        } catch (JsonEOFException e) {
            throw tooEarly(e);
        }
        requireComplete(answer, explicitEnd);
    }

    private static void requireComplete(Answer answer, boolean explicitEnd) throws EOFException {
        if (!answer.complete(explicitEnd)) {
            throw new EOFException("the stream ended without its last piece");
        }
    }

    private static EOFException tooEarly(JsonEOFException cause) {
        EOFException early = new EOFException("it ends inside a piece");
        early.initCause(cause);
        return early;
    }
}
