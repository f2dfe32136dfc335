using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.Deadlines;

/// <summary>Deadlines as citizens, units and the coordinating unit see them, kept by two instances at once.</summary>
public sealed class DeadlineTests(City city)
{
    [Fact]
    public async Task A_missed_deadline_goes_up_the_ladder_each_level_once_and_each_is_told_once()
    {
        var (citizen, unit, coordinator) = (await city.Citizen(), await city.Official(City.Committee), await city.Official("01.UBND", "coordinator"));
        await SetLimits(coordinator);
        var id = await Report(citizen, "complex");
        (await unit.Post($"/v1/reports/{id}/acceptance", null)).Is(200);
        (await unit.Post($"/v1/reports/{id}/interim-answers", new { text = "Đang chờ vật tư, xin hẹn trả lời sau ít giây.", promised = DateTimeOffset.UtcNow.AddSeconds(4) })).Is(200);

        await Eventually.Holds(async () => (await Clock(citizen, id, "resolution"))["level"]!.GetValue<int>() == 3, "three levels");

        var clocks = (await citizen.Get($"/v1/reports/{id}/deadlines")).Is(200).Json;
        Assert.Equal([1, 2, 3], clocks["escalations"]!.AsArray().Select(one => one!["level"]!.GetValue<int>()));
        Assert.Equal([City.Committee, "01.UBND", "01.UBND"], clocks["escalations"]!.AsArray().Select(one => $"{one!["to"]}"));
        Assert.Equal("breached", $"{(await Clock(citizen, id, "resolution"))["state"]}");
        await Eventually.Holds(async () => await Messages("report-escalated", id) == 3, "three messages");
        Assert.Equal([2], await Heard(coordinator, id));
        Assert.Equal([3], await Heard(await city.Official("01.UBND", "chair", "chair-1"), id));
        Assert.Equal([1], await Heard(unit, id));
        Assert.Equal(3, await city.Count("feedback", "select count(*) from mt_events where type = 'report_escalated' and stream_id = $1", Guid.Parse(id)));
        Assert.Equal(3, await city.Count("notifications", "select count(*) from view_feed where data->>'subject' = $1 and data->>'type' like '%report.escalated%'", $"reports/{id}"));
    }

    [Fact]
    public async Task Ten_moves_start_no_clock_anew_and_a_day_off_moves_only_open_deadlines()
    {
        var (citizen, unit, coordinator) = (await city.Citizen(), await city.Official(City.Committee), await city.Official("01.UBND", "coordinator"));
        var (open, answered) = (await Report(citizen), await Report(citizen));
        (await unit.Post($"/v1/reports/{answered}/acceptance", null)).Is(200);
        (await unit.Post($"/v1/reports/{answered}/answer", new { answer = "Đã thay bóng đèn mới trong sáng nay." })).Is(200);
        var before = (await citizen.Get($"/v1/reports/{open}/deadlines")).Is(200).Json;
        for (var nr = 0; nr < 10; nr++)
            (await coordinator.Post($"/v1/reports/{open}/transfer", new { unit = nr % 2 == 0 ? "01.UBND" : City.Committee, reason = "Thuộc thẩm quyền đơn vị khác." })).Is(200);

        var moved = (await citizen.Get($"/v1/reports/{open}/deadlines")).Is(200).Json;
        Assert.Equal($"{before["clocks"]}", $"{moved["clocks"]}");
        Assert.Empty(moved["moves"]!.AsArray());

        var due = Due(moved, "resolution");
        var day = DateOnly.FromDateTime(due.ToOffset(TimeSpan.FromHours(7)).DateTime);
        await SetDayOff(coordinator, day);
        await Eventually.Holds(async () => (await citizen.Get($"/v1/reports/{open}/deadlines")).Is(200).Json["moves"]!.AsArray().Count == 1, "the move");

        var after = (await citizen.Get($"/v1/reports/{open}/deadlines")).Is(200).Json;
        var move = after["moves"]![0]!;
        Assert.Equal(("calendar", due), ($"{move["why"]}", move["old"]!["resolution"]!.GetValue<DateTimeOffset>()));
        Assert.True(Due(after, "resolution") > due && move["new"]!["resolution"]!.GetValue<DateTimeOffset>() == Due(after, "resolution"));
        Assert.Contains("deadlines_moved", (await citizen.Get($"/v1/reports/{open}/history")).Is(200).Text, StringComparison.Ordinal);
        var closed = (await citizen.Get($"/v1/reports/{answered}/deadlines")).Is(200).Json;
        Assert.Empty(closed["moves"]!.AsArray());
        Assert.Equal(due.Date, Due(closed, "resolution").Date);
    }

    [Fact]
    public async Task A_report_that_nobody_was_given_gets_clocks_and_goes_to_the_coordinating_unit()
    {
        var (like, unowned) = (await Report(await city.Citizen()), Guid.NewGuid());

        await city.Count("feedback", Unowned, unowned, Guid.Parse(like));

        Task<long> Told(string what) => city.Count("feedback", $"select count(*) from mt_events where stream_id = $1 and {what}", unowned);
        await Eventually.Holds(async () => await Told("type = 'report_escalated'") >= 6, "three levels of two clocks");
        Assert.Equal(6, await Told("type = 'report_escalated' and data->>'from' = '' and data->>'to' = '01.UBND'"));
        Assert.Equal(1, await Told("type = 'deadlines_set'"));
        await Eventually.Holds(async () => await Messages("report-escalated", $"{unowned}") == 6, "the coordinating unit's messages");
        var (coordinator, other) = (await city.Official("01.UBND", "coordinator"), await city.Official("31.UBND", "coordinator"));
        var transfer = new { unit = City.Committee, reason = "Thuộc địa bàn của phường." };
        Assert.Equal(["transfer"], (await coordinator.Get($"/v1/reports/{unowned}")).Is(200)["nextSteps"].AsArray().Select(step => $"{step}"));
        (await other.Get($"/v1/reports/{unowned}")).Is(404);
        (await other.Post($"/v1/reports/{unowned}/transfer", transfer)).Is(404);
        (await coordinator.Post($"/v1/reports/{unowned}/transfer", transfer)).Is(200);
        (await (await city.Official(City.Committee)).Post($"/v1/reports/{unowned}/acceptance", null)).Is(200);
    }

    [Fact]
    public async Task Many_that_are_late_at_once_are_told_once_each_while_their_unit_works_on_them()
    {
        var (like, unit) = (await Report(await city.Citizen()), await city.Official(City.Committee));
        var late = Enumerable.Range(0, 60).Select(_ => Guid.NewGuid()).ToArray();

        await city.Count("feedback", Late, late, Guid.Parse(like));
        await Parallel.ForEachAsync(late, async (id, _) => (await unit.Post($"/v1/reports/{id}/acceptance", null)).Is(200));

        Task<long> Told(string what) => city.Count("feedback", $"select count(*) from mt_events where stream_id = any($1) and {what}", late);
        await Eventually.Holds(async () => await Told("type = 'report_escalated' and data->>'clock' = 'Resolution' and data->>'level' = '3'") >= 60, "all are with the chair");
        Assert.Equal(60 * 3, await Told("type = 'report_escalated' and data->>'clock' = 'Resolution'"));
        Assert.Equal((60, 60), (await Told("type = 'deadlines_set'"), await Told("type = 'report_accepted'")));
        Assert.Equal(0, await city.Count("feedback", "select count(*) from (select from mt_events where stream_id = any($1) and type = 'report_escalated' group by stream_id, data->>'clock', data->>'level' having count(*) > 1) twice", late));
    }

    [Fact]
    public async Task The_desk_shows_what_is_due_first_first()
    {
        const string ward = "00160";    // others' tests have nothing there: its desk is read whole
        var (citizen, unit) = (await city.Citizen(), await city.Official($"01.{ward}.UBND"));
        foreach (var severity in new[] { "normal", "urgent", "normal" }) await Report(citizen, severity, ward);

        List<long> order = [];
        for (string? after = null, next = ""; next is not null; after = next)
        {
            var page = (await unit.Get($"/v1/deadlines?limit=2{(after is null ? "" : $"&after={after}")}")).Is(200).Json;
            order.AddRange(page["items"]!.AsArray().Select(item => item!["next"]!["due"]!.GetValue<DateTimeOffset>().ToUnixTimeMilliseconds()));
            next = page["next"]?.GetValue<string>();
        }

        Assert.Equal(3, order.Count);
        Assert.Equal(order.Order(), order);
        Assert.Empty((await unit.Get("/v1/deadlines?dueBefore=2020-01-01T00:00:00Z")).Is(200)["items"].AsArray());
        (await unit.Get("/v1/deadlines?after=nonsense")).Is(400);
        (await citizen.Get("/v1/deadlines")).Is(403);
    }

    [Fact]
    public async Task Only_the_coordinating_unit_sets_limits_and_days_and_says_by_which_decision()
    {
        var (unit, coordinator, other) = (await city.Official(City.Committee, "coordinator"), await city.Official("01.UBND", "coordinator"), await city.Official("31.UBND", "coordinator"));
        var day = new { decision = "9/QĐ", validFrom = "2026-01-01", days = new[] { new { date = "2031-01-02", kind = "halfDay", name = "Nửa ngày" } } };

        Assert.Equal("not-the-coordinating-unit", (await unit.Put("/v1/calendars/01/days", day)).Is(403).ProblemType);
        (await other.Put("/v1/calendars/01/days", day)).Is(404);
        (await coordinator.Put("/v1/calendars/1/days", day)).Is(400);
        (await coordinator.Put("/v1/calendars/01/days", new { decision = "", validFrom = "1026-01-01", days = new object?[] { null } })).Is(400);
        Assert.Equal("calendar-without-change", (await coordinator.Put("/v1/calendars/01/days", new { decision = "9/QĐ", validFrom = "2026-01-01", days = Array.Empty<object>() })).Is(422).ProblemType);
        Assert.Equal("time-limits-incomplete", (await coordinator.Put("/v1/time-limits/01", new { decision = "9/QĐ", validFrom = "2026-01-01", rules = Array.Empty<object>() })).Is(422).ProblemType);

        (await other.Put("/v1/calendars/31/days", day)).Is(200);
        var calendar = (await unit.Get("/v1/calendars/31?year=2031")).Is(200).Json;
        Assert.Equal(("2031-01-02", "halfDay", "9/QĐ"), ($"{calendar["days"]![0]!["date"]}", $"{calendar["days"]![0]!["kind"]}", $"{calendar["days"]![0]!["basis"]}"));
        Assert.Single((await unit.Get("/v1/calendars/31/history")).Is(200)["items"].AsArray());
        Assert.Equal(0, (await unit.Get("/v1/calendars/31?asOf=2026-01-01T00:00:00Z")).Is(200)["version"].GetValue<int>());
        var trial = (await coordinator.Post("/v1/time-limits/31/trial", new { category = "trees", severity = "urgent", submittedAt = "2026-11-23T01:00:00Z" })).Is(200);
        Assert.Equal(DateTimeOffset.Parse("2026-11-23T07:00:00Z"), trial["resolution"].GetValue<DateTimeOffset>());
    }

    /// <summary>As if whatever assigns had died at its first step, two weeks ago.</summary>
    internal const string Unowned =
        """
        with locked as materialized (select pg_advisory_xact_lock(7239847001)),
        stream as (insert into mt_streams (id, type, version) select $1, 'report', 1 from locked),
        submitted as (
          insert into mt_events (seq_id, id, stream_id, version, data, type)
          select nextval('mt_events_sequence'), gen_random_uuid(), $1, 1, data || '{"at": "2026-11-02T02:00:00+00:00"}', type
          from mt_events, locked where stream_id = $2 and type = 'report_submitted' returning seq_id
        )
        insert into views (view, id, version, created_position, position, data)
        select 'report', $1, 1, seq_id, seq_id, row.data || '{"unit": "", "status": "Submitted", "clocks": {"submittedAt": "2026-11-02T02:00:00+00:00", "sweep": 0, "next": 0}}'
        from submitted, view_report row where row.id = $2 returning position
        """;

    /// <summary>As if many reports like one had come two weeks ago, and nobody had looked at a clock since.</summary>
    private const string Late =
        """
        with locked as materialized (select pg_advisory_xact_lock(7239847001)),
        streams as (insert into mt_streams (id, type, version) select id, 'report', 2 from unnest($1::uuid[]) id, locked),
        events as (
          insert into mt_events (seq_id, id, stream_id, version, data, type)
          select nextval('mt_events_sequence'), gen_random_uuid(), late, e.version, e.data || '{"at": "2026-11-02T02:00:00+00:00"}', e.type
          from unnest($1::uuid[]) late, mt_events e, locked where e.stream_id = $2 and e.version <= 2 returning stream_id, seq_id
        ),
        shown as (
          insert into views (view, id, version, created_position, position, data)
          select 'report', e.stream_id, 2, min(e.seq_id), max(e.seq_id), row.data || '{"clocks": {"submittedAt": "2026-11-02T02:00:00+00:00", "sweep": 0, "next": 0}}'
          from events e, view_report row where row.id = $2 group by e.stream_id, row.data returning position
        )
        select count(*) from shown
        """;

    private static Task SetLimits(Api coordinator) => Entered(() => coordinator.Put("/v1/time-limits/01", new
    {
        decision = "77/QĐ-UBND",
        validFrom = "2026-01-01",
        rules = new object[]
        {
            new
            {
                firstResponse = Limit(8, "workingHours"), resolution = Limit(5, "workingDays"), waiting = Limit(10, "workingDays"), extension = Limit(20, "workingDays"),
                ladder = new { coordinatingUnit = Limit(4, "workingHours"), chair = Limit(24, "workingHours") },
            },
            new { severity = "urgent", resolution = Limit(4, "workingHours") },
            new { severity = "complex", ladder = new { coordinatingUnit = Limit(0, "workingHours"), chair = Limit(0, "workingHours") } },
        },
    }));

    private static Task SetDayOff(Api coordinator, DateOnly day) => Entered(() => coordinator.Put("/v1/calendars/01/days", new
    {
        decision = $"{day:yyyy}/TTg", validFrom = "2026-01-01", days = new[] { new { date = $"{day:yyyy-MM-dd}", kind = "holiday", name = "Nghỉ bão" } },
    }));

    private static async Task Entered(Func<Task<Answer>> put) => (await put()).Is(200);

    private static object Limit(int amount, string unit) => new { amount, unit };

    private static async Task<string> Report(Api citizen, string severity = "normal", string commune = City.CuaNam) =>
        (await citizen.Post("/v1/reports", new { category = "lighting", text = "Đèn đường trước số 12 phố Cửa Nam hỏng đã ba ngày.", commune, severity })).Is(201).Id;

    private static async Task<JsonNode> Clock(Api api, string id, string name) =>
        (await api.Get($"/v1/reports/{id}")).Is(200)["deadlines"].AsArray().Single(clock => $"{clock!["name"]}" == name)!;

    private static DateTimeOffset Due(JsonNode deadlines, string name) =>
        deadlines["clocks"]!.AsArray().Single(clock => $"{clock!["name"]}" == name)!["due"]!.GetValue<DateTimeOffset>();

    /// <summary>Levels of which an inbox has been told.</summary>
    private static async Task<IEnumerable<int>> Heard(Api who, string report) =>
        (await who.All("/v1/inbox?limit=200")).Where(message => $"{message["template"]}" == "report-escalated" && $"{message["arguments"]!["reportId"]}" == report).Select(message => int.Parse($"{message["arguments"]!["level"]}"));

    private Task<long> Messages(string template, string report) =>
        city.Count("notifications", "select count(*) from view_message where data->>'template' = $1 and data->'arguments'->>'reportId' = $2", template, report);
}
