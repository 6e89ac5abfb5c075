package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FramesTest {

    private static Frames frames() {
        Frames frames = new Frames();
        frames.text().append("start a");
        frames.mark();
        frames.text().append("b");
        frames.mark();
        frames.text().append("c");
        frames.mark();
        frames.text().append("end");
        return frames;
    }

    @Test
    void pieces_joinWhatSurroundsThemToTheTokens() {
        assertEquals(List.of("start a", "b", "cend"), frames().pieces());
    }

    @Test
    void noTokens_areOnePiece() {
        Frames frames = new Frames();
        frames.text().append("all");
        assertEquals(List.of("all"), frames.pieces());
    }

    @Test
    void half_endsAfterAToken() {
        Frames frames = frames();
        frames.cutInHalf();
        assertEquals(List.of("start a", "b"), frames.pieces());
    }
}
