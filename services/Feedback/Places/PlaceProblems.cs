using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Places;

public static class PlaceProblems
{
    public static readonly Problem OutsideTheProvince = new("outside-the-province", 422, "The position is not in the province of the commune.", "Vị trí không nằm trong tỉnh, thành phố của xã, phường đã chọn.");
}
