package com.qualitypost.phoenix.web.admission;

import com.qualitypost.phoenix.web.problem.ProblemException;
import com.qualitypost.phoenix.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Passes requests on once their bodies are received, inflated and within the limits; refuses the others. */
class BodyFilter extends OncePerRequestFilter {
    private final Bodies bodies;
    private final AdmissionSettings settings;
    private final Sources sources;

    BodyFilter(AdmissionSettings settings, Sources sources) {
        this.bodies = new Bodies(settings);
        this.settings = settings;
        this.sources = sources;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() == 0
                || request.getContentLengthLong() < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Phoenix-Max-Body-Bytes", Integer.toString(settings.maxBodyBytes()));
        try (Bodies.Body body = receive(request);
                Shares.Booking leaving = bodies.leaving(sources.of(request))) {
            HeldAnswer answer = new HeldAnswer(response, settings, leaving, body::close);
            chain.doFilter(new ReceivedRequest(request, body), answer);
            answer.end();
        } catch (ProblemException refusal) {
            Connection.endsWith(response);
            ProblemWriter.write(refusal, request, response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ProblemWriter.write(AdmissionProblems.busy(settings), request, response);
        }
    }

    private Bodies.Body receive(HttpServletRequest request) throws IOException, InterruptedException {
        if (request.getContentLengthLong() > settings.maxBodyBytes()) {
            throw AdmissionProblems.tooLarge(settings);
        }
        return bodies.receive(
                request.getInputStream(), request.getHeader(HttpHeaders.CONTENT_ENCODING), sources.of(request));
    }
}
