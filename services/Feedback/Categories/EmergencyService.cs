namespace Ecosystem.Feedback.Categories;

/// <summary>Whom to call when a report would be too slow.</summary>
public enum EmergencyService { Police, Fire, Ambulance }

public static class EmergencyNumbers
{
    /// <summary>The number, the same in all of Viet Nam.</summary>
    public static string Phone(this EmergencyService service) => service switch
    {
        EmergencyService.Police => "113",
        EmergencyService.Fire => "114",
        _ => "115",
    };
}
