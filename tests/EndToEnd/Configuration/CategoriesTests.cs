namespace Ecosystem.EndToEnd.Configuration;

/// <summary>The coordinating unit decides what can be reported; every process knows it within moments.</summary>
public sealed class CategoriesTests(City city)
{
    [Fact]
    public async Task What_the_coordinating_unit_decides_can_be_reported_until_it_is_closed()
    {
        var (coordinator, citizen, code) = (await city.Official("01.UBND", "coordinator"), await city.Citizen(), $"e-scooters-{Guid.NewGuid():N}");
        (await citizen.Post("/v1/reports", About(code))).Is(400);

        (await coordinator.Put($"/v1/categories/{code}", Decided(parent: "traffic"))).Is(200);

        await Eventually.Holds(async () => (await citizen.Post("/v1/reports", About(code))).Is(400)["errors"]["answers.provider"] is not null, "the question is asked");
        await Eventually.Holds(async () => (await citizen.Post("/v1/reports", About(code, "blue"))).Status == 201, "reports about it");
        await Eventually.Holds(async () => (await citizen.Post("/v1/reports", About(code, "red"))) is { Status: 422, ProblemType: "form-ends-with-notice" }, "the form ends");
        var shown = (await citizen.Get($"/v1/categories/{code}", ("Accept-Language", "en"))).Is(200);
        Assert.Equal("E-scooters", shown["name"].GetValue<string>());
        Assert.Equal($"traffic/{code}", shown["path"].GetValue<string>());
        Assert.Equal("Whose is it?", shown["questions"][0]!["text"]!.GetValue<string>());

        (await coordinator.Post($"/v1/categories/{code}/closure", new { decision = "2/QĐ" })).Is(200);

        await Eventually.Holds(async () => (await citizen.Post("/v1/reports", About(code, "blue"))).Status == 400, "no more reports about it");
        await Eventually.Holds(async () => !(await citizen.Get("/v1/categories")).Is(200).Text.Contains(code, StringComparison.Ordinal), "the list without it");
        Assert.True((await citizen.Get($"/v1/categories/{code}")).Is(200)["isClosed"].GetValue<bool>());
        Assert.Equal(["1/QĐ", "2/QĐ"], (await coordinator.Get($"/v1/categories/{code}/history")).Is(200)["items"].AsArray().Select(entry => entry!["decision"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Only_the_coordinating_unit_decides_and_every_wrong_field_is_told()
    {
        (await (await city.Official(City.Committee, "coordinator")).Put("/v1/categories/lamps", Decided())).Is(403);
        (await (await city.Official("01.UBND", "officer")).Put("/v1/categories/lamps", Decided())).Is(403);
        var coordinator = await city.Official("01.UBND", "coordinator");
        (await coordinator.Put("/v1/categories/Not%20a%20code", Decided())).Is(400);
        var wrong = (await coordinator.Put("/v1/categories/lamps", new { decision = "", definition = new { vietnamese = "", english = "Lamps", unit = "X", duplicateRadius = 0, questions = new[] { new { code = "A", kind = "text", vietnamese = "Gì?", english = "What?" } } } })).Is(400);
        Assert.Equal(["decision", "definition.duplicateRadius", "definition.questions[0].code", "definition.unit", "definition.vietnamese"], wrong["errors"].AsObject().Select(error => error.Key).Order());
        Assert.Equal("unknown-parent-category", (await coordinator.Put("/v1/categories/lamps", Decided(parent: "dragons"))).Is(422).ProblemType);
        Assert.Equal("validity-in-the-past", (await coordinator.Put("/v1/categories/lamps", new { decision = "1", validFrom = "2020-01-01T00:00:00Z", definition = new { vietnamese = "Đèn", english = "Lamps" } })).Is(422).ProblemType);
    }

    [Fact]
    public async Task An_emergency_goes_to_the_telephone_and_is_counted()
    {
        var citizen = await city.Citizen();
        Assert.Equal("114", (await citizen.Get("/v1/categories/flood-house")).Is(200)["emergency"]["phone"]!.GetValue<string>());

        var deflected = (await citizen.Post("/v1/deflections", new { service = "fire", category = "flood-house", commune = City.CuaNam }, ("Idempotency-Key", "deflect-once"))).Is(201);
        Assert.Equal(deflected.Id, (await citizen.Post("/v1/deflections", new { service = "fire", category = "flood-house", commune = City.CuaNam }, ("Idempotency-Key", "deflect-once"))).Is(201).Id);

        Assert.Equal("114", deflected["phone"].GetValue<string>());
        var today = DateTimeOffset.UtcNow.AddHours(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var counted = (await (await city.Official("01.UBND", "coordinator")).Get($"/v1/deflections?from={today}&to={today}", ("Min-Position", $"{deflected["position"]}"))).Is(200);
        Assert.Equal(1, counted["items"].AsArray().Where(row => row!["category"]?.GetValue<string>() == "flood-house").Sum(row => row!["count"]!.GetValue<long>()));
        (await citizen.Post("/v1/deflections", new { service = "navy" })).Is(400);
        (await citizen.Post("/v1/deflections", new { })).Is(400);
    }

    private static object Decided(string? parent = null) => new
    {
        decision = "1/QĐ",
        definition = new
        {
            vietnamese = "Xe điện đứng",
            english = "E-scooters",
            parent,
            questions = new[] { new { code = "provider", kind = "singleValueList", vietnamese = "Của ai?", english = "Whose is it?", required = true, values = new[] { new { key = "red", vietnamese = "Đỏ", english = "Red" }, new { key = "blue", vietnamese = "Xanh", english = "Blue" } } } },
            stoppers = new[] { new { vietnamese = "Hãy gọi cho hãng.", english = "Call the company.", question = "provider", value = "red" } },
        },
    };

    private static object About(string category, string? provider = null) => new
    {
        category,
        text = "Xe điện đứng để chắn lối đi.",
        commune = City.CuaNam,
        answers = provider is null ? null : new Dictionary<string, string[]> { ["provider"] = [provider] },
    };
}
