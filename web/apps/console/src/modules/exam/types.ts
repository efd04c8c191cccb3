import type { Schemas } from '@tanshi/api-client';

export type Board = Schemas['FormBoardView'];
export type LevelForms = Schemas['LevelFormsView'];
export type FormEntry = Schemas['FormView'];
export type Blueprint = Schemas['BlueprintView'];
export type RoomBoard = Schemas['RoomBoardView'];
export type Room = Schemas['RoomView'];
export type Seat = Schemas['SeatView'];
export type Opening = Schemas['OpeningView'];
