package peer;

import java.io.PrintStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** Scans into MySQL as many teams would build it: an answer of 201 is a committed transaction. */
@SpringBootApplication
@EnableResilientMethods
class Peer {
    public static void main(String[] arguments) {
        PrintStream output = System.out;
        // For the logs: whoever started this reads one line.
        System.setOut(System.err);
        SpringApplication.run(Peer.class, arguments);
        output.println("ready");
    }
}
