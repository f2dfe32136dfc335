namespace Ecosystem.Notifications;

/// <summary>The languages that every text exists in; Vietnamese unless a recipient says otherwise.</summary>
public enum TextLanguage
{
    Vi,
    En,
}
