namespace Ecosystem.Feedback.Desk;

/// <summary>How officials sign in at the desk, and where the map's background comes from.</summary>
/// <param name="Address">Public address of the gateway, for the way back from the sign-in; null: as the request says.</param>
/// <param name="Client">The desk's client id at the issuer; null: no sign-in page of an issuer.</param>
/// <param name="Tiles">Address of map tiles with {z}, {x} and {y}; null: a map without background.</param>
internal sealed record DeskSettings(Uri? Address, string? Client, string? Secret, string? Authorize, string? Token, string? Tiles, string? Attribution, bool TakesPastedTokens)
{
    /// <exception cref="InvalidOperationException">A client is named without its endpoints.</exception>
    public static DeskSettings From(IConfiguration configuration, IHostEnvironment environment)
    {
        var client = configuration["ECOSYSTEM_DESK_CLIENT"];
        var settings = new DeskSettings(
            configuration["ECOSYSTEM_DESK_ADDRESS"] is { Length: > 0 } address ? new Uri(address) : null,
            client, configuration["ECOSYSTEM_DESK_SECRET"], configuration["ECOSYSTEM_DESK_AUTHORIZE"], configuration["ECOSYSTEM_DESK_TOKEN"],
            configuration["ECOSYSTEM_MAP_TILES"], configuration["ECOSYSTEM_MAP_ATTRIBUTION"],
            TakesPastedTokens: environment.IsDevelopment() && client is null);
        return client is null || (settings.Authorize is not null && settings.Token is not null) ? settings
            : throw new InvalidOperationException("ECOSYSTEM_DESK_CLIENT needs ECOSYSTEM_DESK_AUTHORIZE and ECOSYSTEM_DESK_TOKEN: the issuer's endpoints.");
    }

    /// <summary>Where tiles may be loaded from, for the pages' policy.</summary>
    public string TileOrigin => Tiles is null ? "" : $" {new Uri(Tiles.Replace("{s}", "a", StringComparison.Ordinal)).GetLeftPart(UriPartial.Authority)}";
}
