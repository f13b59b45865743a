package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** An installation in which some components are replaced by sleeping processes, and a screen to read. */
final class Partly {
    final Installation here;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    final Screen screen = new Screen(new PrintStream(said, true, StandardCharsets.UTF_8), false);

    Partly(Path folder) {
        here = new Installation(folder, Ports.free());
    }

    ServerProcess running(Component part) {
        return ServerProcess.start(part.folder(), here.folder(part), List.of("sleep", "120"), Lifetime.ATTACHED);
    }

    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
