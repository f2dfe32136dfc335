namespace Ecosystem.Feedback.Desk;

/// <summary>Where a form leads back to.</summary>
public static class WayBack
{
    /// <summary>A page of the desk; anything else would be a way to lead people elsewhere.</summary>
    public static string Local(string? back) => back is not null && (back == "/desk" || back.StartsWith("/desk/", StringComparison.Ordinal) || back.StartsWith("/desk?", StringComparison.Ordinal)) && !back.Any(c => char.IsControl(c) || c is '\\') ? back : "/desk";
}
