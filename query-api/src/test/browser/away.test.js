// The pages where no database answers. PagesWithoutDatabasesTest runs this.
import { everyStateIsAccessibleAndFits } from "./browser.js";

everyStateIsAccessibleAndFits({
  away: "/t/PQ473124829MX",
  several_away: "/?q=PQ473124829MX,RB123456785GB",
});
