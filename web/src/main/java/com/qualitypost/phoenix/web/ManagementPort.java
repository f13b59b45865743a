package com.qualitypost.phoenix.web;

import com.qualitypost.phoenix.web.admission.FairProtocol;
import com.qualitypost.phoenix.web.problem.ProblemErrorValve;
import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Opens a second port of the same server for operators, and installs the checks that both ports share. */
public final class ManagementPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    /** Attribute of requests that came through this port. */
    public static final String CAME_TO = ManagementPort.class.getName();

    private static final Logger log = LoggerFactory.getLogger(ManagementPort.class);

    private static final int MAX_CONNECTIONS = 100;
    private static final int CONNECTIONS_OF_SOURCE = 25;
    private static final Duration HEADS_WITHIN = Duration.ofSeconds(10);
    private static final int PATIENCE_MS = 10_000;

    private final Hosts hosts;
    private final OperatorAccess access;
    private final ManagementSettings settings;
    private @Nullable Connector connector;

    ManagementPort(Hosts hosts, OperatorAccess access, ManagementSettings settings) {
        this.hosts = hosts;
        this.access = access;
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        if (settings.isOpen()) {
            connector = connector();
            tomcat.addAdditionalConnectors(connector);
        } else {
            log.warn("The management port stays closed: set phoenix.management.token to open it for operators.");
        }
        tomcat.addEngineValves(new FrontDoor(hosts, access, connector));
        ProblemErrorValve.answerAt(tomcat);
    }

    private Connector connector() {
        Connector opened = new Connector(FairProtocol.class.getName());
        opened.setPort(settings.port());
        // A device id may contain a slash.
        opened.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        if (opened.getProtocolHandler() instanceof FairProtocol protocol) {
            protocol.limit(CONNECTIONS_OF_SOURCE, HEADS_WITHIN);
            protocol.setAddress(settings.address());
            protocol.setExecutor(new VirtualThreadExecutor("management-"));
            protocol.setMaxConnections(MAX_CONNECTIONS);
            protocol.setConnectionTimeout(PATIENCE_MS);
        }
        return opened;
    }

    /** The port in use; 0 while it is closed. */
    public int port() {
        return connector == null ? 0 : connector.getLocalPort();
    }
}
