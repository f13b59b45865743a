package com.qualitypost.phoenix.query.page.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.page.answer.TrackingAnswer.Place;
import com.qualitypost.phoenix.query.page.view.ProgressBar.Mark;
import com.qualitypost.phoenix.query.page.view.Route.Stop;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteMapTest {
    private static final Stop NOWHERE = new Stop(new Place("Nirgends", "MX"), Mark.DONE);
    private static final Stop PUEBLA = new Stop(new Place("Puebla", "MX"), Mark.HERE);
    private static final Stop MERIDA = new Stop(new Place("MERIDA", null), Mark.AHEAD);
    private static final Stop ABROAD = new Stop(new Place("Mérida", "ES"), Mark.AHEAD);

    @Test
    void whereNoPlaceIsKnownThereIsNoMap() {
        assertThat(RouteMap.of(new Route(List.of(NOWHERE, ABROAD)))).isEmpty();
    }

    @Test
    void placesThatAreNotKnownAreLeftOutOfTheMap() {
        RouteMap map = RouteMap.of(new Route(List.of(NOWHERE, PUEBLA, MERIDA))).orElseThrow();

        assertThat(map.dots()).extracting(RouteMap.Dot::name).containsExactly("Puebla", "MERIDA");
        assertThat(map.legs()).extracting(RouteMap.Leg::isAhead).containsExactly(true);
    }

    @Test
    void theMapShowsAllPlacesAndSomeLandAroundThem() {
        RouteMap map = RouteMap.of(new Route(List.of(PUEBLA, MERIDA))).orElseThrow();

        RouteMap.Frame frame = map.frame();
        assertThat(map.dots()).allSatisfy(dot -> {
            assertThat(dot.at().x()).isBetween(frame.left() + 5, frame.left() + frame.width() - 5);
            assertThat(dot.at().y()).isBetween(frame.top() + 5, frame.top() + frame.height() - 5);
        });
        assertThat(frame.width()).isGreaterThanOrEqualTo(70);
    }

    @Test
    void theOutlineIsDrawn() {
        assertThat(Outline.MEXICO).startsWith("M-").endsWith("Z");
        assertThat(Outline.AROUND).startsWith("M-").endsWith("Z");
    }
}
