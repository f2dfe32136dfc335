namespace Ecosystem.Feedback.Open311;

/// <summary>The two formats of GeoReport v2, by the ending of the address.</summary>
public enum Format { Json, Xml }
