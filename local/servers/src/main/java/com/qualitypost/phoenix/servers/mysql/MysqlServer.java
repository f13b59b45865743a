package com.qualitypost.phoenix.servers.mysql;

import com.qualitypost.phoenix.servers.mysql.MysqlSetup.Root;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A MySQL server on 127.0.0.1 whose data stays in its folder: a writer, or a reader that follows it by GTID. */
public final class MysqlServer implements AutoCloseable {
    public static final String WRITER = "mysql-writer";
    public static final String READER = "mysql-reader";
    /** In the writer's folder. */
    public static final String CREDENTIALS_FILE = "credentials.properties";
    /** The place of the data in a server's folder. */
    public static final String DATA = "data";

    private static final String COPY = "mysql-copy";
    private static final String HOST = "127.0.0.1";
    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final String NO_PASSWORD_YET = "";

    private final MysqlInstance seat;
    private final ServerProcess process;
    private final int port;
    private final Credentials credentials;

    private MysqlServer(MysqlInstance seat, int port, List<String> options, Credentials credentials) {
        this.seat = seat;
        this.process = seat.start(port, options);
        this.port = port;
        this.credentials = credentials;
        awaitReady();
    }

    /** Starts the writer unless it is running and, the first time, creates the schemas and users. */
    public static MysqlServer writer(MysqlSoftware software, Path folder, int port, Lifetime lifetime) {
        MysqlInstance seat = new MysqlInstance(WRITER, software, folder, lifetime);
        Credentials credentials = Credentials.readOrCreate(seat.folder().resolve(CREDENTIALS_FILE));
        MysqlServer writer = new MysqlServer(seat, port, MysqlOptions.writer(), credentials);
        if (writer.admits(NO_PASSWORD_YET)) {
            MysqlSetup.createUsers(writer.root(), credentials);
        }
        return writer;
    }

    /**
     * Starts a reader unless it is running; returns once it has everything that was committed on the writer before the
     * call.
     */
    public static MysqlServer reader(
            MysqlSoftware software, Path folder, int port, MysqlServer writer, Lifetime lifetime) {
        MysqlInstance seat = new MysqlInstance(READER, software, folder, lifetime);
        List<String> options = MysqlOptions.concat(MysqlOptions.reader(), MysqlOptions.readOnly());
        MysqlServer reader = new MysqlServer(seat, port, options, writer.credentials);
        reader.readFrom(writer);
        return reader;
    }

    /** Starts a server on copied data for a while: it logs no changes and follows nobody unless told to. */
    public static MysqlServer copy(MysqlSoftware software, Path folder, Credentials credentials) {
        MysqlInstance seat = new MysqlInstance(COPY, software, folder, Lifetime.ATTACHED);
        return new MysqlServer(seat, Ports.free().mysqlWriter(), MysqlOptions.copy(), credentials);
    }

    /** Like {@link #reader}, but one that can be promoted: it keeps a binlog with the writer's transactions. */
    public static MysqlServer standby(
            MysqlSoftware software, Path folder, int port, MysqlServer writer, Lifetime lifetime) {
        return standby(new MysqlInstance(READER, software, folder, lifetime), port, writer);
    }

    private static MysqlServer standby(MysqlInstance seat, int port, MysqlServer writer) {
        MysqlServer standby = new MysqlServer(seat, port, MysqlOptions.standby(), writer.credentials);
        if (MysqlFailover.isAhead(standby.root(), writer.root())) {
            standby.kill();
            seat.empty();
            standby = new MysqlServer(seat, port, MysqlOptions.standby(), writer.credentials);
        }
        MysqlFailover.stepDown(standby.root());
        standby.readFrom(writer);
        return standby;
    }

    private void readFrom(MysqlServer writer) {
        // Each time, because the writer's port may have moved.
        MysqlSetup.follow(root(), HOST, writer.port, credentials);
        // Root's password comes from the writer, with the users: it must not change between two calls.
        process.awaitReady(START_LIMIT, () -> admits(credentials.password("root")));
        awaitCaughtUp(writer);
    }

    /** Kills this server and starts another one on its data, as on Aurora's shared volume; that one is writable. */
    public MysqlServer takeOver(int atPort) {
        kill();
        return new MysqlServer(seat, atPort, MysqlOptions.writer(), credentials);
    }

    /**
     * Makes this standby the writer with everything it has received; if it had stopped applying, the unapplied part is
     * lost.
     */
    public void promote() {
        MysqlFailover.promote(root());
    }

    /**
     * Makes this server a standby of another one, and starts it again if it has ended. A server that has what the
     * writer lost discards all its data and reads everything from the writer again. A frozen server has to be thawed or
     * killed first.
     */
    public MysqlServer follow(MysqlServer writer) {
        return standby(seat, port, writer);
    }

    /** Makes a reader fall behind: it goes on receiving, and applies nothing. */
    public void stopApplying() {
        MysqlFailover.stopApplying(root());
    }

    /** Lets a reader catch up. */
    public void startApplying() {
        MysqlFailover.startApplying(root());
    }

    /** Makes a reader stay behind by this time; zero ends that. */
    public void delay(Duration by) {
        MysqlFailover.delay(root(), by);
    }

    /** Nobody can write here any more, including root. */
    public void makeReadOnly() {
        MysqlFailover.makeReadOnly(root());
    }

    /** Makes it writable again. */
    public void makeWritable() {
        MysqlFailover.makeWritable(root());
    }

    /** Waits until this reader has everything that was committed on the writer before the call. */
    public void awaitCaughtUp(MysqlServer writer) {
        MysqlSetup.awaitCaughtUp(writer.root(), root());
    }

    public String jdbcUrl(String schema) {
        return Jdbc.url(HOST, port, schema);
    }

    public int port() {
        return port;
    }

    public Credentials credentials() {
        return credentials;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL; start again on the same folder to get the data back. */
    public void kill() {
        process.kill();
    }

    /** See {@link ServerProcess#freeze}. */
    public void freeze() {
        process.freeze();
    }

    /** See {@link ServerProcess#thaw}. */
    public void thaw() {
        process.thaw();
    }

    @Override
    public void close() {
        process.stop();
    }

    private void awaitReady() {
        process.awaitReady(
                START_LIMIT,
                () -> Ports.answers(port) && (admits(NO_PASSWORD_YET) || admits(credentials.password("root"))));
    }

    private Root root() {
        return new Root(jdbcUrl(""), admits(NO_PASSWORD_YET) ? NO_PASSWORD_YET : credentials.password("root"));
    }

    private boolean admits(String password) {
        return Jdbc.admits(jdbcUrl(""), password);
    }
}
