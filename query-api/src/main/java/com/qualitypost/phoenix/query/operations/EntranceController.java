package com.qualitypost.phoenix.query.operations;

import com.qualitypost.phoenix.web.ForOperators;
import com.qualitypost.phoenix.web.OperatorAccess;
import com.qualitypost.phoenix.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets browsers in: an operator's program makes a link, and the browser that opens it gets a cookie. */
@RestController
@ForOperators
class EntranceController {
    private final OperatorAccess access;

    EntranceController(OperatorAccess access) {
        this.access = access;
    }

    /** An address on this port that works once. */
    record Made(String link) {}

    @PostMapping(OperatorAccess.ENTRANCE)
    ResponseEntity<Made> link() {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new Made(OperatorAccess.ENTRANCE + "?code=" + access.newCode()));
    }

    @GetMapping(OperatorAccess.ENTRANCE)
    ResponseEntity<Void> enter(@RequestParam String code, HttpServletRequest request) {
        String cookie = access.cookieFor(code, request.isSecure()).orElseThrow(EntranceController::used);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.SET_COOKIE, cookie)
                .location(URI.create("/ops"))
                .build();
    }

    private static ProblemException used() {
        return new ProblemException(
                HttpStatus.FORBIDDEN,
                "used_link",
                "This link does not work",
                "It was used already, is older than five minutes, or was replaced by a newer one. Run ./phoenix ops for another link.");
    }
}
